import FlowChecks
import Testing

@Suite("Results of subdialogs")
struct SubdialogResultTests {
    private static let caller =
        "<form><subdialog name='s' src='TARGET'/>\n<block><value expr='s.total'/></block></form>"

    private func findings(_ called: String, target: String = "#sub") throws -> [String] {
        let content = Self.caller.replacing("TARGET", with: target) + "<form id='sub'>\(called)</form>"
        return try FlowChecksTests.findings("unknown-result", in: content)
    }

    @Test(
        "VoiceXML 2.0 5.3.10 what no <return> gives",
        arguments: [
            ("<var name='count'/><block><return namelist='count'/></block>", ["2:21"]),
            ("<block><return/></block>", ["2:21"]), ("<block><return event='e'/></block>", ["2:21"]),
            ("<var name='total'/><block><return namelist='total'/></block>", []),
            ("<var name='total'/><block><if cond='total'><return/></if><return namelist='total'/></block>", []),
            // Not known: it may return elsewhere.
            ("<block><goto next='other.vxml'/></block><catch><return/></catch>", []),
            ("<block><submit next='http://h/x'/></block><catch><return/></catch>", []),
            ("<block><exit/></block>", []),
        ])
    func returns(called: String, expected: [String]) throws { #expect(try findings(called) == expected) }

    @Test("of a dialog that the called one goes to, and of the root of its document")
    func others() throws {
        let caller = Self.caller.replacing("TARGET", with: "other.vxml")
        let other = "<form><block><goto next='#b'/></block></form><form id='b'><var name='total'/>RETURN</form>"
        let returning = "<block><return namelist='total'/></block>"
        for (content, count) in [(returning, 0), ("<block><return/></block>", 1)] {
            let flow = try flow(["main.vxml": caller, "other.vxml": other.replacing("RETURN", with: content)])
            #expect(FlowChecksTests.findings(flow).count { $0.hasSuffix("unknown-result") } == count)
        }
        let root = "<var name='total'/><catch event='e'><return namelist='total'/></catch>"
        let called = leaf("<form><block><return/></block></form>")
        let flow = try flow(["main.vxml": caller, "other.vxml": called, "root.vxml": root])
        #expect(!FlowChecksTests.findings(flow).contains { $0.hasSuffix("unknown-result") })
    }
}
