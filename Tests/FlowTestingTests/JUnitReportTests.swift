import Testing

@testable import FlowTesting

@Suite("The JUnit report")
struct JUnitReportTests {
    @Test("has a test case for each transcript, and says of those that failed why")
    func report() {
        let failed = TranscriptTest.Result(
            path: "flows/a/calls/b.call",
            differences: [Difference(line: 3, message: "says <else> & \"more\"", expected: "a", happened: "b")])
        let text = JUnitReport([TranscriptTest.Result(path: "flows/a/calls/a.call", differences: []), failed]).text
        #expect(text.contains(#"tests="2" failures="1""#))
        #expect(text.contains(#"<testcase name="a" classname="flows/a/calls" time="0.000"/>"#))
        #expect(text.contains(#"<failure message="says &lt;else&gt; &amp; &quot;more&quot;">"#))
        #expect(text.contains("line 3:"))
    }

    @Test("a transcript that was rewritten has not failed")
    func updated() {
        var result = TranscriptTest.Result(path: "a.call", differences: [Difference(line: 3, message: "says else")])
        result.isUpdated = true
        let text = JUnitReport([result]).text
        #expect(text.contains(#"failures="0""#))
        #expect(!text.contains("<failure"))
    }
}
