import CallControl
public import Diagnostics
public import DialogMachines
import Grammars

/// What is known of keys before a call is taken, once a document and its application root are compiled.
public enum KeyChecks {
    /// Warns of items that no key can fill, of grammars that match nothing, of keys that make the call wait because
    /// another grammar goes on with them, and of fields whose callers are likely to press `#` into the next one.
    /// - Parameter root: the application root, if the document names one and it can be had.
    public static func warnings(of machine: DialogMachine, root: DialogMachine?) -> [Diagnostic] {
        var check = KeyCheck(machine: machine, root: root)
        check.run()
        return check.findings.map { finding in
            Diagnostic(
                finding.severity, id: finding.id, finding.message, hint: finding.hint, file: machine.file,
                position: finding.position, refusesDocument: finding.refusesDocument)
        }
    }
}

private struct KeyCheck {
    let machine: DialogMachine
    let root: DialogMachine?
    private(set) var findings: [Finding] = []
    private var waits: Set<[SourcePosition]> = []

    init(machine: DialogMachine, root: DialogMachine?) {
        self.machine = machine
        self.root = root
    }

    mutating func run() {
        for entry in machine.grammars {
            guard let grammar = ActiveKeyGrammar(entry, of: machine, isOfRoot: false) else { continue }
            if grammar.compiled.matchesNothing { findings.append(.grammarMatchesNothing(at: entry.position)) }
        }
        for dialog in machine.dialogs {
            for index in dialog.items where machine.items[index].takesKeys {
                checkFilling(machine.items[index], of: dialog)
                checkWaiting(machine.items[index], of: dialog)
                checkHash(index, of: dialog)
            }
        }
    }

    /// An item needs a grammar of its own or of its form: links only lead away from it.
    private mutating func checkFilling(_ item: FormItemEntry, of dialog: DialogEntry) {
        let filling = machine.grammars[item.grammars] + (item.isModal ? [] : machine.grammars[dialog.grammars])
        if filling.isEmpty {
            findings.append(.nothingFills(item.elementName, at: item.position))
        } else if filling.allSatisfy(\.isOfVoice) {
            findings.append(.onlyVoiceFills(item.elementName, at: item.position))
        }
    }

    /// A key that selects something must not be the beginning of something else.
    private mutating func checkWaiting(_ item: FormItemEntry, of dialog: DialogEntry) {
        let active = activeGrammars(at: item, of: dialog)
        for selection in active where selection.isSelection {
            for other in active where !other.means(sameAs: selection) && !(selection.isOfRoot && other.isOfRoot) {
                guard waits.isDisjoint(with: [[selection.entry.position, other.entry.position]]),
                    let keys = selection.shortMatches.first(where: other.goesOn)
                else { continue }
                waits.insert([selection.entry.position, other.entry.position])
                findings.append(.keysWait(keys.text, for: selection, because: other))
            }
        }
    }

    /// Callers end a number with `#`, also one that has come to its end by itself.
    private mutating func checkHash(_ index: Int, of dialog: DialogEntry) {
        let item = machine.items[index]
        let following = machine.items[index + 1..<dialog.items.upperBound]
        guard case .field = item.kind, following.contains(where: \.takesKeys),
            property("termchar", of: item, dialog) ?? "#" == "#",
            CallDuration(timeDesignation: property("termtimeout", of: item, dialog) ?? "0s") == .zero
        else { return }
        let grammars = machine.grammars[item.grammars]
            .compactMap { ActiveKeyGrammar($0, of: machine, isOfRoot: false)?.compiled }
        if ActiveGrammars(grammars).endAfterSeveralKeys { findings.append(.habitualHash(at: item.position)) }
    }

    /// Those of the item, its form, the document and the application root.
    private func activeGrammars(at item: FormItemEntry, of dialog: DialogEntry) -> [ActiveKeyGrammar] {
        var active = grammars(item.grammars, links: item.links, of: machine)
        if item.isModal { return active }
        active += grammars(dialog.grammars, links: dialog.links, of: machine)
        active += grammars(0..<0, links: machine.links, of: machine)
        if let root { active += grammars(0..<0, links: root.links, of: root, isOfRoot: true) }
        return active
    }

    private func grammars(
        _ own: Range<Int>, links: Range<Int>, of machine: DialogMachine, isOfRoot: Bool = false
    ) -> [ActiveKeyGrammar] {
        (Array(own) + machine.linkTable[links].flatMap(\.grammars)).compactMap {
            ActiveKeyGrammar(machine.grammars[$0], of: machine, isOfRoot: isOfRoot)
        }
    }

    private func property(_ name: String, of item: FormItemEntry, _ dialog: DialogEntry) -> String? {
        item.properties[name] ?? dialog.properties[name] ?? machine.properties[name] ?? root?.properties[name]
    }
}

extension FormItemEntry {
    /// Whether a caller is asked for keys here.
    fileprivate var takesKeys: Bool {
        switch kind {
        case .field, .menu, .initial: true
        case .block, .subdialog, .object, .transfer, .record: false
        }
    }

    fileprivate var elementName: String {
        switch kind {
        case .menu: "menu"
        case .initial: "initial"
        default: "field"
        }
    }

    fileprivate var isModal: Bool {
        if case .field(let field) = kind { field.isModal } else { false }
    }
}

extension GrammarEntry {
    fileprivate var isOfVoice: Bool {
        if case .compiled(let grammar) = source { grammar.mode == .voice } else { false }
    }
}
