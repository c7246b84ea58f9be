import DialogMachines
import Dialogs

extension Compilation {
    /// The `<filled>`s of a form (VoiceXML 2.0 2.4); without a namelist they are about all its input items.
    mutating func formFilleds(_ filleds: [Filled], inputItems: [String]) -> Range<Int> {
        let entries = filleds.map { filled in
            for name in filled.namelist?.words ?? [] where !inputItems.contains(name) {
                report(.unknownFormItem(name, in: filled.namelist ?? SourceText(name, at: filled.position)))
            }
            return entry(filled, namelist: filled.namelist?.words ?? inputItems)
        }
        return machine.filleds.append(range: entries)
    }

    /// The `<filled>`s inside a form item: about that item, and without attributes.
    mutating func itemFilleds(_ filleds: [Filled]) -> Range<Int> {
        let entries = filleds.map { filled in
            if let mode = filled.mode { report(.filledAttribute("mode", mode)) }
            if let list = filled.namelist { report(.filledAttribute("namelist", list)) }
            return entry(filled, namelist: [])
        }
        return machine.filleds.append(range: entries)
    }

    private mutating func entry(_ filled: Filled, namelist: [String]) -> FilledEntry {
        FilledEntry(
            mode: word(filled.mode, [FilledEntry.Mode.all, .any]) ?? .all, namelist: namelist,
            code: code(filled.content, at: filled.position), position: filled.position)
    }
}
