import CallControl
import FormInterpreter
import Testing

/// A root in one folder, its leaf in another, and a resource of the same name in both.
@Suite("Relative references")
struct RelativeReferenceTests {
    private static func call(root: String, leaf: String, _ resources: [String: String] = [:]) -> TestCall {
        var texts = resources
        texts["main.vxml"] = TestCall.document("<form><block><goto next=\"sub/leaf.vxml\"/></block></form>")
        texts["root.vxml"] = TestCall.document(root)
        texts["sub/leaf.vxml"] = TestCall.document(leaf, attributes: "application=\"../root.vxml\"")
        return TestCall(texts)
    }

    private static func saying(_ text: String) -> String {
        TestCall.document("<form><block><log>\(text)</log></block></form>")
    }

    private static let field = "<form><field name=\"n\">\(Grammar.keys("1"))</field></form>"

    @Test("41 a catch of the root resolves against the leaf")
    func handler() {
        let call = Self.call(
            root: "<catch event=\"x\"><goto next=\"there.vxml\"/></catch>",
            leaf: "<form><block><throw event=\"x\"/></block></form>",
            ["there.vxml": Self.saying("root"), "sub/there.vxml": Self.saying("leaf")])
        #expect(call.logged == ["leaf"])
    }

    @Test("41 a script of the root stays with the root")
    func script() {
        let call = Self.call(
            root: "<script src=\"who.js\"/>", leaf: "<form><block><log expr=\"who\"/></block></form>",
            ["who.js": "var who = 'root'", "sub/who.js": "var who = 'leaf'"])
        #expect(call.logged == ["root"])
    }

    @Test("41 44 a link of the root leads where the root says, and its grammar is the root's")
    func link() {
        let grammar = """
            <grammar xmlns="http://www.w3.org/2001/06/grammar" version="1.0" mode="dtmf" root="r"><rule id="r">9</rule></grammar>
            """
        var call = Self.call(
            root: "<link next=\"there.vxml\"><grammar src=\"keys.grxml\" type=\"application/srgs+xml\"/></link>",
            leaf: Self.field,
            ["keys.grxml": grammar, "there.vxml": Self.saying("root"), "sub/there.vxml": Self.saying("leaf")])
        call.press("9")
        #expect(call.logged == ["root"])
    }

    @Test("44 46 a fragment in a link of the root is a dialog of the root, which keeps its variables")
    func fragment() {
        var call = Self.call(
            root:
                "<var name=\"v\" expr=\"1\"/><link dtmf=\"9\" next=\"#x\"/><form id=\"x\"><block><log expr=\"v\"/></block></form>",
            leaf:
                "<form><block><assign name=\"v\" expr=\"2\"/></block><field name=\"n\">\(Grammar.keys("1"))</field></form>"
        )
        call.press("9")
        #expect(call.logged == ["2"])
    }
}
