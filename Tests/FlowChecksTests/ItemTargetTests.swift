import Diagnostics
import FlowChecks
import Testing

@Suite("nextitem in a document's own handlers")
struct ItemTargetTests {
    private static let handler = "<catch event='e'>\n<goto nextitem='amount'/></catch>"

    @Test(
        "VoiceXML 2.0 5.3.7 some form in which it can run has the item",
        arguments: [
            (handler + "<form><field name='number' type='digits'/></form>", ["2:17"]),
            (handler + "<menu/>", ["2:17"]),
            (handler + "<form><field name='amount' type='digits'/></form>", []),
            (handler + "<form/><form><block name='amount'/></form>", []),
        ])
    func items(content: String, expected: [String]) throws {
        #expect(try findings("missing-form-item", in: content) == expected)
    }

    @Test("the forms of its leaves count")
    func leaves() throws {
        let form = leaf("<form><field name='amount' type='digits'/></form>")
        #expect(findings(try flow(["main.vxml": form, "root.vxml": Self.handler])) == [])
        let other = leaf("<form><field name='number' type='digits'/></form>")
        #expect(findings(try flow(["main.vxml": other, "root.vxml": Self.handler])).count == 1)
        #expect(findings(try flow(["root.vxml": Self.handler], isWhole: false)) == [])
    }
}
