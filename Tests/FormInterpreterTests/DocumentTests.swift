import CallControl
import FormInterpreter
import Testing

@Suite("Documents and applications")
struct DocumentTests {
    private static let root = TestCall.document(
        "<var name=\"count\" expr=\"1\"/><form id=\"r\"><block><log expr=\"'root ' + count\"/></block></form>")

    private static func leaf(_ content: String) -> String {
        TestCall.document(
            "<error><log expr=\"_event\"/><exit/></error><form><block>\(content)</block></form>",
            attributes: "application=\"root.vxml\"")
    }

    @Test("46 leaf to leaf with one root keeps the application's variables")
    func leafToLeaf() {
        let call = TestCall([
            "root.vxml": Self.root,
            "main.vxml": Self.leaf("<assign name=\"count\" expr=\"2\"/><goto next=\"b.vxml\"/>"),
            "b.vxml": Self.leaf("<log expr=\"application.count\"/>"),
        ])
        #expect(call.logged == ["2"])
    }

    @Test("46 entering another application drops them")
    func otherApplication() {
        let call = TestCall([
            "root.vxml": Self.root,
            "main.vxml": Self.leaf("<assign name=\"count\" expr=\"2\"/><goto next=\"b.vxml\"/>"),
            "b.vxml": TestCall.document("<form><block><log expr=\"typeof application.count\"/></block></form>"),
        ])
        #expect(call.logged == ["undefined"])
    }

    @Test(
        "46 leaf to its root keeps by goto and initializes anew by submit",
        arguments: [("goto", "root 2"), ("submit", "root 1")])
    func leafToRoot(_ element: String, _ logs: String) {
        let call = TestCall([
            "root.vxml": Self.root,
            "main.vxml": Self.leaf("<assign name=\"count\" expr=\"2\"/><\(element) next=\"root.vxml#r\"/>"),
        ])
        #expect(call.logged == [logs])
    }

    @Test("46 a root that names an application is error.semantic, and runs none of its dialogs")
    func rootWithApplication() {
        let call = TestCall([
            "root.vxml": TestCall.document("<form><block/></form>", attributes: "application=\"main.vxml\""),
            "main.vxml": TestCall.document(
                "<error><log expr=\"_event\"/><exit/></error><form><block><goto next=\"b.vxml\"/></block></form>"),
            "b.vxml": Self.leaf("<log>entered</log>"),
        ])
        #expect(call.logged == ["error.semantic"])
    }

    @Test(
        "47 what cannot be had is thrown in the document that asked",
        arguments: ["nowhere.vxml", "#nowhere", "b.vxml#nowhere", "bad.vxml"])
    func failedTransition(_ target: String) {
        let call = TestCall([
            "root.vxml": Self.root, "main.vxml": Self.leaf("<goto next=\"\(target)\"/>"), "b.vxml": Self.leaf("b"),
            "bad.vxml": "<vxml version=\"2.1\"><nonsense/></vxml>",
        ])
        #expect(call.logged == ["error.badfetch"])
    }

    @Test("a first document that cannot be had ends the call by an error")
    func noFirstDocument() {
        let call = TestCall([:])
        #expect(call.end?.how == .error)
        #expect(call.end?.event == "error.badfetch")
    }

    @Test("3 nearest scope wins: a field's grammar before a form's of document scope")
    func precedence() {
        var call = TestCall(
            """
            <form><field name="n">\(Grammar.keys("1"))<filled><log>field</log></filled></field></form>
            <form id="other" scope="document">\(Grammar.keys("1", "2"))<field name="m"><filled><log>other</log></filled></field></form>
            <menu id="third" scope="document"><choice dtmf="3" event="three"/><catch event="three"><log>menu</log><exit/></catch></menu>
            """)
        call.press("3")
        #expect(call.logged == ["menu"])
    }

    @Test("46 a root that goes to itself by its URI initializes its variables, by a fragment keeps them")
    func rootToItself() {
        for (uri, logs) in [("main.vxml#r", "1"), ("#r", "2")] {
            let call = TestCall(
                """
                <var name="v" expr="1"/><form><block><assign name="v" expr="2"/><goto next="\(uri)"/></block></form>
                <form id="r"><block><log expr="v"/></block></form>
                """)
            #expect(call.logged == [logs])
        }
    }

    @Test("46 a root to its leaf keeps its variables")
    func rootToLeaf() {
        let call = TestCall([
            "main.vxml": TestCall.document(
                "<var name=\"v\" expr=\"1\"/><form><block><assign name=\"v\" expr=\"2\"/><goto next=\"leaf.vxml\"/></block></form>"
            ),
            "leaf.vxml": TestCall.document(
                "<form><block><log expr=\"application.v\"/></block></form>", attributes: "application=\"main.vxml\""),
        ])
        #expect(call.logged == ["2"])
    }
}
