import Diagnostics
import FlowChecks
import Testing

@Suite("Params of subdialogs")
struct SubdialogParamTests {
    private static func caller(_ target: String, _ param: String) -> String {
        "<form><subdialog name='s' src='\(target)'>\n<param name='\(param)' expr='1'/></subdialog></form>"
    }

    private static let called = "<form id='sub'><var name='number'/><block><return/></block></form>"

    @Test(
        "VoiceXML 2.0 2.3.4 each is a variable that the dialog declares",
        arguments: [
            ("#sub", "number", []), ("#sub", "numbr", ["2:1"]), ("#sub", "sub", ["2:1"]), ("unknown.vxml", "x", []),
            ("#nothing", "x", []),
        ])
    func params(target: String, param: String, expected: [String]) throws {
        #expect(try findings("unknown-param", in: Self.caller(target, param) + Self.called) == expected)
    }

    @Test("in another document its first dialog, or the one that is named")
    func documents() throws {
        let first = "<form><var name='a'/><block><return/></block></form>"
        for (target, param, count) in [("other.vxml", "a", 0), ("other.vxml#sub", "a", 1), ("other.vxml", "number", 1)]
        {
            let flow = try flow(["main.vxml": Self.caller(target, param), "other.vxml": first + Self.called])
            #expect(findings(flow).count { $0.hasSuffix("unknown-param") } == count, "\(target) \(param)")
        }
    }
}
