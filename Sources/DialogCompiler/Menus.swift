import DialogMachines
import Dialogs

extension Compilation {
    /// A menu is a form with one item, which has the menu's prompts and its choices' grammars (VoiceXML 2.0 2.2).
    mutating func menu(_ menu: Menu) -> DialogEntry {
        let scope = word(menu.scope, [DialogEntry.Scope.dialog, .document]) ?? .dialog
        let properties = properties(menu.properties)
        hintProperties.append(properties)
        defer { hintProperties.removeLast() }
        let keys = choiceKeys(of: menu)
        let grammars = menu.choices.indices.flatMap { index in
            choiceGrammars(menu.choices[index], index: index, keys: keys[index], scope: scope)
        }
        let choices = zip(menu.choices, keys).map { choice, keys in
            ChoiceEntry(
                enumerated: EnumeratedEntry(prompt: choice.phrase?.collapsed ?? "", dtmf: keys?.text),
                action: action(choice.target, choice.fetch), position: choice.position)
        }
        let item = FormItemEntry(
            name: nil, kind: .menu(MenuEntry(choices: choices)), expr: nil, cond: nil, properties: [:],
            prompts: itemPrompts(menu.prompts), handlers: 0..<0, links: 0..<0,
            grammars: machine.grammars.append(range: grammars), filleds: 0..<0, position: menu.position)
        return DialogEntry(
            kind: .menu, id: menu.id?.text, scope: scope,
            initialization: initialization(menu.initializers, at: menu.position),
            properties: properties, items: machine.items.append(range: [item]),
            handlers: handlers(menu.handlers), links: links(menu.links), grammars: 0..<0, filleds: 0..<0,
            position: menu.position)
    }

    /// The keys of each choice: its own, or 1 to 9 for the first nine without in a menu with `dtmf="true"`.
    private mutating func choiceKeys(of menu: Menu) -> [SourceText?] {
        guard boolean(menu.dtmf, "dtmf") == true else { return menu.choices.map(\.dtmf) }
        var next = 1
        return menu.choices.map { choice in
            if let keys = choice.dtmf {
                if !["*", "#", "0"].contains(keys.text) { report(.menuKeys(keys)) }
                return keys
            }
            defer { next += 1 }
            return next <= 9 ? SourceText(String(next), at: choice.position) : nil
        }
    }

    private mutating func choiceGrammars(
        _ choice: Choice, index: Int, keys: SourceText?, scope: DialogEntry.Scope
    ) -> [GrammarEntry] {
        var grammars = keyGrammar(keys, result: .choice(index), scope: scope)
        grammars += choice.grammars.compactMap { grammar($0, result: .choice(index), scope: scope) }
        return grammars.isEmpty ? phraseGrammar(choice.phrase, result: .choice(index), scope: scope) : grammars
    }
}
