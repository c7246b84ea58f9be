import CallControl
import FormInterpreter
import Testing

@Suite("Scopes of grammars")
struct GrammarScopeTests {
    /// A form with one field that logs what fills it.
    private static func other(_ grammar: String, scope: String) -> String {
        "<form scope=\"\(scope)\">\(grammar)<field name=\"m\"/><filled><log>other</log></filled></form>"
    }

    private static func grammar(_ attributes: String) -> String {
        """
        <grammar mode="dtmf" version="1.0" root="r" \(attributes)>
        <rule id="r">7<tag>out.m = 7</tag></rule></grammar>
        """
    }

    @Test(
        "3 a form-level grammar has its own scope, else the form's",
        arguments: [
            ("document", "", true), ("dialog", "", false), ("dialog", "scope=\"document\"", true),
            ("document", "scope=\"dialog\"", false),
        ])
    func ownScope(_ form: String, _ attribute: String, _ isActive: Bool) {
        var call = TestCall(
            """
            <form><field name="n">\(Grammar.keys("1"))<nomatch><log>nomatch</log></nomatch></field></form>
            \(Self.other(Self.grammar(attribute), scope: form))
            """)
        call.press("7")
        #expect(call.logged == [isActive ? "other" : "nomatch"])
    }

    /// The places where a key can be waited for, nearest first.
    private static let places = ["item", "form", "document", "root"]

    @Test("3 the nearest scope wins: item, form, document, application root", arguments: places.indices)
    func precedence(_ nearest: Int) {
        func link(_ place: String) -> String {
            Self.places.firstIndex(of: place)! >= nearest ? "<link dtmf=\"5\" event=\"\(place)\"/>" : ""
        }
        var call = TestCall([
            "root.vxml": TestCall.document(link("root")),
            "main.vxml": TestCall.document(
                """
                \(link("document"))<form>\(link("form"))<catch event="item form document root"><log expr="_event"/></catch>
                <field name="n">\(Grammar.keys("1"))\(link("item"))</field></form>
                """, attributes: "application=\"root.vxml\""),
        ])
        call.press("5")
        #expect(call.logged == [Self.places[nearest]])
    }

    @Test("3 in one scope document order, links among the grammars")
    func documentOrder() {
        var call = TestCall(
            """
            <form><link dtmf="1" event="first"/>\(Grammar.rule("1<tag>out.n = 'form'</tag>"))<link dtmf="1" event="last"/>
            <catch event="first last"><log expr="_event"/></catch><field name="n">\(Grammar.keys("2"))</field></form>
            """)
        call.press("1")
        #expect(call.logged == ["first"])
    }

    @Test("4 in a modal field only its own grammars are active", arguments: ["5", "7"])
    func modal(_ key: String) {
        var call = TestCall(
            """
            <link dtmf="5" event="link"/><form>\(Self.grammar(""))
            <field name="n" modal="true">\(Grammar.keys("1"))<nomatch><log>nomatch</log></nomatch></field>
            <field name="m"/></form>
            """)
        call.press(key)
        #expect(call.logged == ["nomatch"])
    }

    @Test("35 a form is entered with the input that matched its grammar, its variables initialized")
    func entering() {
        var call = TestCall(
            """
            <form><field name="n"><prompt>n</prompt>\(Grammar.keys("1"))</field></form>
            <form scope="document">\(Self.grammar(""))<var name="v" expr="3"/><field name="m"><prompt>m</prompt></field>
            <filled><log expr="v + m"/></filled></form>
            """)
        call.press("7")
        #expect(call.logged == ["10"])
        #expect(call.heard == ["n"])
    }
}
