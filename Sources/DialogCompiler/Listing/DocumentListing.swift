import DialogMachines
import Expressions

extension ListingWriter {
    mutating func document() {
        line(0, machine.file)
        line(0, "VoiceXML \(machine.version), \(machine.lang); \(size)")
        if let application = machine.application { line(0, "application root \(application)") }
        line(0, "{…} is computed when the call is there; numbers at the right are line:column")
        properties(machine.properties, 0)
        block(machine.initialization, "at the start", 0)
        for link in machine.links { self.link(link, 0) }
        for handler in machine.handlers { self.handler(handler, 0) }
        for dialog in machine.dialogs { self.dialog(dialog) }
    }

    private var size: String {
        [
            Self.count(machine.dialogs.count, "dialog"), Self.count(machine.items.count, "form item"),
            Self.count(machine.instructions.count, "instruction"),
        ].joined(separator: ", ")
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    mutating func properties(_ properties: [String: String], _ level: Int) {
        if level == 0, !properties.isEmpty { space() }
        for (name, value) in properties.sorted(by: { $0.key < $1.key }) {
            line(level, "property \(name) = \(value.isEmpty ? "(nothing)" : value)")
        }
    }

    mutating func link(_ index: Int, _ level: Int) {
        let link = machine.linkTable[index]
        if level == 0 { space() }
        line(level, "link → \(link.action.listing)", at: link.position)
        for grammar in link.grammars { self.grammar(grammar, level + 1) }
    }

    mutating func handler(_ index: Int, _ level: Int) {
        let handler = machine.handlerTable[index]
        if level == 0 { space() }
        var title = "catch " + (handler.events.isEmpty ? "every event" : handler.events.joined(separator: ", "))
        if handler.count > 1 { title += ", from the \(Self.ordinal(handler.count)) on" }
        if let cond = handler.cond { title += ", if \(cond.source)" }
        line(level, title, at: handler.position)
        code(handler.code, level + 1)
    }

    static func ordinal(_ number: Int) -> String {
        let isTeen = 11...13 ~= number % 100
        return "\(number)" + (isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th")
    }
}
