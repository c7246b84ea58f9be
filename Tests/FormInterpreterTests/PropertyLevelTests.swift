import CallControl
import FormInterpreter
import Testing

@Suite("Levels of properties")
struct PropertyLevelTests {
    /// A call whose noinput timeout is set at some of the levels, in seconds.
    private static func call(_ seconds: [String: Int]) -> TestCall {
        func property(_ level: String) -> String {
            seconds[level].map { "<property name=\"timeout\" value=\"\($0)s\"/>" } ?? ""
        }
        return TestCall([
            "root.vxml": TestCall.document(property("root")),
            "main.vxml": TestCall.document(
                """
                \(property("document"))<form>\(property("form"))
                <field name="n">\(property("field"))\(Grammar.keys("1"))</field></form>
                """, attributes: "application=\"root.vxml\""),
        ])
    }

    @Test(
        "14 the nearest of item, dialog, document and root counts",
        arguments: [
            ([:], 5), (["root": 9], 9), (["root": 9, "document": 8], 8), (["document": 8, "form": 7], 7),
            (["root": 9, "document": 8, "form": 7, "field": 6], 6), (["root": 9, "field": 6], 6),
        ] as [([String: Int], Int)])
    func nearest(_ levels: [String: Int], _ seconds: Int) {
        #expect(Self.call(levels).session.nextTimer == CallInstant(milliseconds: seconds * 1000))
    }

    @Test("41 in a catch they are those of the item that the event came from")
    func inCatch() {
        var call = TestCall(
            """
            <noinput><prompt>silence</prompt></noinput>
            <form><field name="n"><property name="bargein" value="false"/>\(Grammar.keys("1"))</field></form>
            """)
        call.keepSilent()
        #expect(call.plays.map(\.bargein) == [false])
    }

    @Test("48 those of the caller do not hold in a subdialog's document")
    func subdialog() {
        let call = TestCall([
            "main.vxml": TestCall.document(
                "<property name=\"timeout\" value=\"9s\"/><form><subdialog name=\"s\" src=\"sub.vxml\"/></form>"),
            "sub.vxml": TestCall.document("<form><field name=\"n\">\(Grammar.keys("1"))</field></form>"),
        ])
        #expect(call.session.nextTimer == CallInstant(milliseconds: 5000))
    }
}
