import CallControl
import FormInterpreter
import Testing

@Suite("Subdialog")
struct SubdialogTests {
    @Test("48 parameters override <var expr>, and <return> fills the item with an object")
    func parametersAndReturn() {
        let call = TestCall(
            """
            <var name="x" expr="'outer'"/>
            <form><subdialog name="s" src="#sub"><param name="p" expr="21"/><filled><log expr="s.r + ' ' + x"/></filled></subdialog></form>
            <form id="sub"><var name="p" expr="1"/><var name="r" expr="p * 2"/>
            <block><assign name="x" expr="'inner'"/><return namelist="r"/></block></form>
            """)
        #expect(call.logged == ["42 outer"])
    }

    @Test("48 an undeclared parameter is error.semantic at the <subdialog>")
    func undeclaredParameter() {
        let call = TestCall(
            """
            <form><subdialog name="s" src="#sub"><param name="nobody" value="1"/>
            <error><log expr="_event"/><exit/></error></subdialog></form>
            <form id="sub"><block><return/></block></form>
            """)
        #expect(call.logged == ["error.semantic"])
    }

    @Test(
        "48 <return event> throws at the subdialog item",
        arguments: ["event=\"my.event\"", "eventexpr=\"'my.' + 'event'\""])
    func returnEvent(_ attribute: String) {
        let call = TestCall(
            """
            <form><subdialog name="s" src="#sub"><catch event="my.event"><log>caught</log><exit/></catch></subdialog></form>
            <form id="sub"><block><return \(attribute)/></block></form>
            """)
        #expect(call.logged == ["caught"])
    }

    @Test("4 48 nothing of the caller's is active in a subdialog")
    func ownContext() {
        var call = TestCall(
            [
                "main.vxml": TestCall.document(
                    """
                    <link dtmf="0" event="operator"/><catch event="operator"><log>outer</log></catch>
                    <form><subdialog name="s" src="sub.vxml"><filled><log>back</log></filled></subdialog></form>
                    """),
                "sub.vxml": TestCall.document(
                    """
                    <form><field name="n">\(Grammar.keys("1"))<nomatch><log>nomatch</log></nomatch>
                    <filled><return/></filled></field></form>
                    """),
            ])
        call.press("0")
        call.press("1")
        #expect(call.logged == ["nomatch", "back"])
    }

    @Test("48 a hang-up in a subdialog ends the call")
    func hangUp() {
        var call = TestCall(
            """
            <form><subdialog name="s" src="#sub"><filled><log>back</log></filled></subdialog></form>
            <form id="sub"><catch event="connection.disconnect"><log>gone</log></catch>
            <field name="n">\(Grammar.keys("1"))</field></form>
            """)
        call.hangUp()
        #expect(call.logged == ["gone"])
        #expect(call.end?.how == .hangup)
    }

    @Test(
        "55 subdialogs that call each other without end get error.dialtone.steps",
        arguments: [
            ["#sub"], ["b.vxml", "main.vxml"], ["b.vxml#s", "main.vxml#sub"],
        ])
    func cycle(targets: [String]) {
        let form = { (target: String) in
            "<form id='start'><subdialog src='\(target)'/></form><form id='sub'><subdialog src='\(target)'/></form>"
                + "<form id='s'><subdialog src='\(target)'/></form>"
        }
        let call = TestCall([
            "main.vxml": TestCall.document(form(targets[0])),
            "b.vxml": TestCall.document(form(targets[targets.count - 1])),
        ])
        #expect(call.end?.event == "error.dialtone.steps")
    }

    @Test("55 so does one that is called again as often as it returns")
    func calledAgain() {
        let call = TestCall(
            """
            <property name="dialtone.steps" value="2000"/>
            <form id="f"><subdialog src="#sub"><filled><goto next="#f"/></filled></subdialog></form>
            <form id="sub"><block><return/></block></form>
            """)
        #expect(call.end?.event == "error.dialtone.steps")
    }

    @Test("<return> outside of a subdialog is error.semantic")
    func returnOutside() {
        let call = TestCall("<form><error><log expr=\"_event\"/><exit/></error><block><return/></block></form>")
        #expect(call.logged == ["error.semantic"])
    }

    @Test("48 parameters are for the dialog that is invoked, as often as it is entered")
    func parametersOfOneDialog() {
        let call = TestCall(
            """
            <form><subdialog name="s" src="#sub"><param name="p" value="given"/></subdialog></form>
            <form id="sub"><var name="p" expr="'own'"/><block><log expr="p"/><goto next="#next"/></block></form>
            <form id="next"><var name="p" expr="'own'"/><block><log expr="p"/><return/></block></form>
            """)
        #expect(call.logged == ["given", "own"])
    }
}
