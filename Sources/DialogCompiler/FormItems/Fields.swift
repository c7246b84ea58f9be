import DialogMachines
import Dialogs

extension Compilation {
    mutating func entry(_ field: Field, name: String?) -> FieldEntry {
        FieldEntry(
            slot: field.slot?.text ?? name, isModal: boolean(field.modal, "modal") ?? false,
            options: field.options.map { option in
                EnumeratedEntry(prompt: option.phrase?.collapsed ?? "", dtmf: option.dtmf?.text)
            })
    }

    /// The grammars of a field's type and options; its `<grammar>`s come after them.
    mutating func fieldGrammars(_ field: Field) -> [GrammarEntry] {
        var grammars = field.type.map { [builtinGrammar($0)] } ?? []
        for option in field.options { grammars += optionGrammars(option) }
        return grammars
    }

    /// An option gives its `value`, else its text, else its keys (VoiceXML 2.0 2.3.1.3).
    private mutating func optionGrammars(_ option: Option) -> [GrammarEntry] {
        let phrase = option.phrase?.collapsed ?? ""
        let value = option.value?.text ?? (phrase.isEmpty ? option.dtmf?.keyText ?? "" : phrase)
        let grammars = keyGrammar(option.dtmf, result: .value(value), scope: .dialog)
        return grammars.isEmpty ? phraseGrammar(option.phrase, result: .value(value), scope: .dialog) : grammars
    }
}
