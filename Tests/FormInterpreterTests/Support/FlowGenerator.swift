import Expressions

/// Writes flows at random: forms, menus, links, catches, subdialogs, objects and transfers that lead to one another.
struct FlowGenerator {
    private var random: SeededRandom
    private let dialogs: Int

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
        dialogs = 2 + Int(seed % 4)
    }

    /// A whole document.
    mutating func document() -> String {
        var body = "<property name=\"dialtone.steps\" value=\"3000\"/><var name=\"v\" expr=\"0\"/>"
        if chance(0.5) { body += "<link dtmf=\"0\" next=\"#\(target())\"/>" }
        if chance(0.3) { body += "<catch event=\"connection.disconnect\">\(content())</catch>" }
        if chance(0.3) { body += "<error>\(content())</error>" }
        for index in 0..<dialogs { body += dialog(index) }
        body += "<form id=\"sub\"><var name=\"p\"/>\(field("s"))<block><return namelist=\"s\"/></block></form>"
        return TestCall.document(body)
    }

    private mutating func dialog(_ index: Int) -> String {
        if chance(0.25) {
            return """
                <menu id="d\(index)" dtmf="true"><prompt>menu <enumerate/></prompt><choice next="#\(target())">one</choice>
                <choice event="my.event">two</choice><catch event="my">\(content())</catch></menu>
                """
        }
        let items = (0..<(1 + Int(random.next() * 3))).map { item("i\($0)") }.joined()
        return "<form id=\"d\(index)\">\(items)<filled mode=\"any\">\(content())</filled></form>"
    }

    private mutating func item(_ name: String) -> String {
        switch Int(random.next() * 9) {
        case 0: return "<block name=\"\(name)\">\(content())</block>"
        case 1: return "<subdialog name=\"\(name)\" src=\"#sub\"><param name=\"p\" expr=\"v\"/></subdialog>"
        case 2: return "<object name=\"\(name)\" classid=\"method://p/m\"><error>\(content())</error></object>"
        case 3:
            return "<transfer name=\"\(name)\" dest=\"tel:1\" bridge=\"\(chance(0.5))\">\(Grammar.keys("*"))</transfer>"
        case 4:
            return """
                <record name="\(name)" modal="\(chance(0.5))" dtmfterm="\(chance(0.5))"><prompt>record</prompt>
                \(Grammar.keys("*", "1 2"))<noinput count="2">\(content())</noinput><filled>\(content())</filled></record>
                """
        default: return field(name)
        }
    }

    private mutating func field(_ name: String) -> String {
        let grammar = pick([
            Grammar.keys("1", "1 2", "2 3 #"), "<grammar src=\"builtin:dtmf/digits?minlength=1;maxlength=3\"/>",
            Grammar.rule("<item repeat=\"1-3\"><one-of><item>4</item><item>5</item></one-of></item>"),
            "<option dtmf=\"1\">one</option><option dtmf=\"6\" value=\"x\">six</option>",
        ])
        let bargein = pick(["true", "true", "false"])
        return """
            <field name="\(name)"><prompt bargein="\(bargein)">say \(name)</prompt>\(grammar)
            <noinput count="2">\(content())</noinput><nomatch>\(content())</nomatch><filled>\(content())</filled></field>
            """
    }

    private mutating func content() -> String {
        switch Int(random.next() * 13) {
        case 0: "<goto next=\"#\(target())\"/>"
        case 1: "<exit/>"
        case 2: "<throw event=\"\(pick(["help", "my.event", "error.mine", "noinput"]))\"/>"
        case 3: "<disconnect/>"
        case 4: "<clear/>"
        case 5:
            "<assign name=\"v\" expr=\"v + 1\"/><if cond=\"v &gt; 2\"><assign name=\"v\" expr=\"[v, 0].length\"/></if>"
        case 6: "<log expr=\"nobody\"/>"
        case 12:
            "<foreach item=\"each\" array=\"[v, 'w']\"><prompt><value expr=\"each\"/></prompt></foreach><reprompt/>"
        case 7, 8: "text <value expr=\"v\"/><reprompt/>"
        default: "text"
        }
    }

    private mutating func target() -> String { "d\(Int(random.next() * Double(dialogs)))" }
    private mutating func chance(_ probability: Double) -> Bool { random.next() < probability }
    private mutating func pick(_ texts: [String]) -> String { texts[Int(random.next() * Double(texts.count))] }
}
