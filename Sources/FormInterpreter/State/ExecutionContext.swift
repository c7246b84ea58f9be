import CallControl
import DialogMachines
import Expressions

/// What one flow of dialogs runs in: the first one of the call, and one more for each subdialog (VoiceXML 2.0 2.3.4).
struct ExecutionContext: Hashable, Codable, Sendable {
    /// The current document.
    var machine: ResourceID
    /// Its application root; the document itself when it names none.
    var root: ResourceID
    var applicationScope: HeapReference
    /// The same object as `applicationScope` while the root is the current document.
    var documentScope: HeapReference
    /// The dialog to enter once the document is initialized, then the one that is active.
    var dialog: Int
    /// nil until the dialog is entered.
    var dialogScope: HeapReference?
    var form = FormState()
    /// The input that matched a grammar of the dialog that is being entered.
    var pendingInput: MatchedInput?
    /// The highest `count` that a handler or prompt in scope asks for: counters beyond it are all alike.
    var highestCount = 1
    /// How this context came to be; nil for the first.
    var invocation: SubdialogInvocation?
}

/// A subdialog's call: the item that waits for it in the context below, and its parameters.
struct SubdialogInvocation: Hashable, Codable, Sendable {
    var item: Int
    var parameters: [NamedValue]
    /// The dialog that the parameters are for; nil until it is known.
    var dialog: DialogPlace?
}

/// A dialog, wherever it stands.
struct DialogPlace: Hashable, Codable, Sendable {
    var document: String
    var dialog: Int
}

struct NamedValue: Hashable, Codable, Sendable {
    var name: String
    var value: Value
}

/// The state of the active form or menu (VoiceXML 2.0 2.1.6, appendix C).
struct FormState: Hashable, Codable, Sendable {
    /// The variables of items without a name, which no expression can reach. Items are counted in the machine's table.
    var unnamed: [Int: Value] = [:]
    var promptCounts: [Int: Int] = [:]
    /// By item, -1 for what is thrown outside of one, then by event name.
    var eventCounts: [Int: [String: Int]] = [:]
    /// The item that is being visited.
    var item: Int?
    /// From `<goto nextitem>`.
    var nextItem: Int?
    /// The last catch did not `<reprompt>`: the next visit plays no prompts.
    var keepsSilent = false
    /// A `<reprompt>` has been executed in the catch that is running.
    var reprompts = false
}
