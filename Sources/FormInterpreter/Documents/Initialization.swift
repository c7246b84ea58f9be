import CallControl
import Diagnostics
import DialogMachines
import Expressions

/// Entering an application, a document and a dialog: their variables and scripts in document order.
extension Interpreter {
    /// The root's `<var>`s and `<script>`s.
    mutating func initializeApplication() throws(DialogEvent) {
        guard let context else { return }
        try execute(
            machine(context.root).initialization, of: context.root, in: context.applicationScope, isAnonymous: false,
            purpose: .applicationInitialization)
    }

    /// The leaf's; a root that is the current document has been initialized as the application.
    mutating func initializeDocument() throws(DialogEvent) {
        guard let context else { return }
        guard context.documentScope != context.applicationScope else { return try enterDialog() }
        try execute(
            machine(context.machine).initialization, of: context.machine, in: context.documentScope,
            isAnonymous: false, purpose: .documentInitialization)
    }

    /// Another dialog of the current document.
    mutating func transition(to dialog: Int, input: MatchedInput? = nil) throws(DialogEvent) {
        withContext { context in
            context.dialog = dialog
            context.pendingInput = input
        }
        try enterDialog()
    }

    /// A dialog of document scope whose grammar matched while another one was active (3.1.4).
    mutating func enter(_ dialog: Int, of machine: ResourceID, with input: MatchedInput) throws(DialogEvent) {
        guard let context else { return }
        if machine == context.machine { return try transition(to: dialog, input: input) }
        let id = self.machine(machine).dialogs[dialog].id
        let transition = Transition(kind: .goto, uri: machine.uri, fragment: id, input: input)
        try enter(machine, root: context.root, transition)
    }

    /// Begins the dialog that the context names (2.1.6.1): new variables, new counters.
    mutating func enterDialog() throws(DialogEvent) {
        guard let document, let context else { return }
        let entry = document.dialogs[context.dialog]
        let scope = makeScope(named: ["dialog"])
        withContext { context in
            context.dialogScope = scope
            context.form = FormState()
        }
        recordPath(document, context.dialog)
        note(.dialog(context.dialog))
        for index in entry.items { setItemVariable(index, .undefined) }
        try execute(
            entry.initialization, of: document.id, in: scope, isAnonymous: false,
            purpose: .dialogInitialization(nextItem: entry.items.lowerBound))
    }

    private mutating func recordPath(_ document: DialogMachine, _ dialog: Int) {
        guard state.path.count < Self.longestPath else { return }
        state.path.append(document.dialogNames[dialog])
    }

    private static let longestPath = 1000

    /// Initializes the variable of an item that stands before `position`. True when there was one.
    mutating func initializeItem(
        _ index: Int, before position: SourcePosition, frame: CodeFrame
    ) throws(DialogEvent) -> Bool {
        guard let document, let dialog, index < dialog.items.upperBound, document.items[index].position < position
        else { return false }
        var frame = frame
        frame.purpose = .dialogInitialization(nextItem: index + 1)
        state.control = .executing(frame)
        try initializeItem(index)
        return true
    }

    /// The items behind the last `<var>`; then the form interpretation algorithm begins.
    mutating func finishDialogInitialization(from next: Int, frame: CodeFrame) throws(DialogEvent) {
        guard let dialog, let context else { return }
        for index in next..<max(next, dialog.items.upperBound) { try initializeItem(index) }
        state.control = .selecting
        guard let input = context.pendingInput else { return }
        withContext { $0.pendingInput = nil }
        try process(claim(input))
    }

    private mutating func initializeItem(_ index: Int) throws(DialogEvent) {
        guard let expr = document?.items[index].expr else { return }
        setItemVariable(index, try evaluate(expr))
    }

    /// The input that brought the call here, with the grammars of this dialog as its own.
    private mutating func claim(_ input: MatchedInput) -> MatchedInput {
        guard let context, let dialog else { return input }
        let isMenu = dialog.kind == .menu
        if isMenu { withContext { $0.form.item = dialog.items.lowerBound } }
        var input = input
        input.grammars = input.grammars.filter { $0.owner == .dialog(context.dialog) && $0.machine == context.machine }
            .map { grammar in
                var grammar = grammar
                grammar.owner = isMenu ? .item : .form
                return grammar
            }
        return input
    }
}
