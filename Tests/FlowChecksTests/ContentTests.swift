import Diagnostics
import FlowChecks
import Testing

@Suite("Executable content")
struct ContentTests {
    @Test(
        "VoiceXML 2.0 5.3 nothing comes behind what leaves",
        arguments: [
            ("<exit/>\n<prompt>x</prompt>", ["2:1"]), ("<goto next='#a'/>\ntext", ["2:1"]),
            ("<throw event='help'/>\n<log>x</log><log>y</log>", ["2:1"]),
            ("<disconnect/>\n<assign name='a' expr='1'/>", ["2:1"]),
            ("<if cond='true'><exit/></if>\n<prompt>x</prompt>", []),
            ("<if cond='true'><exit/><else/>x</if>", []), ("<if cond='true'><exit/>\ny<else/>x</if>", ["2:1"]),
            ("<prompt>x</prompt><exit/> <!-- end -->", []),
            ("<exit/><x:note xmlns:x='urn:x'/>", []),
        ])
    func unreachable(content: String, expected: [String]) throws {
        #expect(try findings("unreachable-content", in: "<form id='a'><block>\(content)</block></form>") == expected)
        #expect(try findings("unreachable-content", in: "<form id='a'><catch>\(content)</catch></form>") == expected)
    }

    @Test(
        "a condition that assigns",
        arguments: [
            ("a = 1", true), ("a == 1 &amp;&amp; b = 2", true), ("a += 1", true), ("a == 1", false), ("a === b", false),
            ("a &lt;= 1 || a &gt;= 2 || a != 3", false), ("(a = next()) != null", false), ("f(x =&gt; x)", false),
            ("'a = b' == c", false),
        ])
    func assigning(condition: String, isWarned: Bool) throws {
        let content = "<form><block><if cond=\"\(condition)\">x</if></block></form>"
        #expect(try findings("assigning-condition", in: content).count == (isWarned ? 1 : 0))
    }
}
