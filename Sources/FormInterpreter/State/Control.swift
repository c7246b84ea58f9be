import CallControl
import DialogMachines
import Expressions

/// Where control is: the one thing that the call is doing.
///
/// Legal successors: `idle` → fetching; `executing` and `selecting` → anything (they never rest); `fetching` → executing,
/// collecting; `collecting`, `invoking`, `transferring`, `recording` → executing, selecting; all → ended.
enum Control: Hashable, Codable, Sendable {
    /// The call has not begun.
    case idle
    case executing(CodeFrame)
    /// The select phase of the form interpretation algorithm comes next.
    case selecting
    case fetching(PendingFetch)
    case collecting(Collection)
    case invoking(PendingInvocation)
    // Indirect: they are rare, and every call would take their room.
    indirect case transferring(PendingTransfer)
    indirect case recording(PendingRecording)
    case ended

    /// Whether something is to be done before the call rests.
    var isRunning: Bool {
        switch self {
        case .executing, .selecting: true
        case .idle, .fetching, .collecting, .invoking, .transferring, .recording, .ended: false
        }
    }
}

/// Executable content that is running.
struct CodeFrame: Hashable, Codable, Sendable {
    /// The machine that the instructions stand in: a root's handler runs in its leaf.
    var machine: ResourceID
    /// The next instruction.
    var instruction: Int
    /// The scope that `<var>` declares in.
    var scope: HeapReference
    /// Whether `scope` is anonymous, nearer than the dialog's.
    var isAnonymous: Bool
    var purpose: Purpose
    /// The `<foreach>`s that are going on, the innermost last.
    var loops: [Loop] = []

    enum Purpose: Hashable, Codable, Sendable {
        case applicationInitialization
        case documentInitialization
        /// The item whose variable is initialized next.
        case dialogInitialization(nextItem: Int)
        case block
        /// The `<filled>`s still to be executed.
        case filled(remaining: [Int])
        /// A catch, and what goes on behind it.
        case handler(resume: Resume)
    }

    /// What goes on when a catch ends without a transition.
    enum Resume: Hashable, Codable, Sendable {
        case documentInitialization, dialogInitialization, selecting
    }
}

struct PendingFetch: Hashable, Codable, Sendable {
    var id: FetchID
    var purpose: Purpose
    var audio: FetchAudio?
    /// The answer, while `fetchaudiominimum` has not passed.
    var held: FetchOutcome?

    /// Documents that are there already and are entered once all is.
    var documents: [ResourceID] {
        var ids: [ResourceID] = []
        if case .root(_, let leaf) = purpose { ids.append(leaf) }
        if case .loaded(let document, _) = held, purpose.isForDocument { ids.append(document) }
        return ids
    }

    indirect enum Purpose: Hashable, Codable, Sendable {
        case document(Transition)
        /// The application root of a document that has been fetched.
        case root(Transition, leaf: ResourceID)
        /// A `<script src>`: the frame goes on behind it.
        case script(CodeFrame)
        /// A `<data>`: the document becomes a variable of that name, and the frame goes on behind it.
        case data(CodeFrame, name: String?)
        /// A grammar to be activated.
        case grammar(Activation)

        /// The grammars that are used once it is there.
        var grammars: [ActiveGrammar] {
            switch self {
            case .document(let transition), .root(let transition, leaf: _): transition.input?.grammars ?? []
            case .grammar(let activation): activation.grammars
            case .script, .data: []
            }
        }

        /// Whether a document comes.
        var isForDocument: Bool {
            switch self {
            case .document, .root: true
            case .script, .data, .grammar: false
            }
        }
    }
}

/// A `<foreach>`: a copy of its array, made when it began, and the element that comes next (VoiceXML 2.1 6).
struct Loop: Hashable, Codable, Sendable {
    private let elements: [Value]
    private var position = 0

    init(_ elements: [Value]) { self.elements = elements }

    /// The next element that is not undefined; nil after the last.
    mutating func next() -> Value? {
        while position < elements.count {
            position += 1
            if elements[position - 1] != .undefined { return elements[position - 1] }
        }
        return nil
    }

    var roots: ArraySlice<Value> { elements[position...] }
}

/// A transition to another document.
struct Transition: Hashable, Codable, Sendable {
    enum Kind: Hashable, Codable, Sendable {
        /// The first document of the call.
        case start
        case goto
        case submit
        case subdialog(SubdialogInvocation)
    }

    var kind: Kind
    /// Without fragment.
    var uri: String
    var fragment: String?
    var fetchtimeout: CallDuration?
    /// As written, or as the property has it.
    var fetchaudio: String?
    /// The input that matched a grammar of the dialog to be entered.
    var input: MatchedInput?
}

struct PendingInvocation: Hashable, Codable, Sendable {
    var id: InvocationID
    var plugin: String
}

struct PendingTransfer: Hashable, Codable, Sendable {
    var id: TransferID
    var kind: Transfer.Kind
    /// Keys are matched during a bridge whose item has grammars.
    var input: Collection?
    /// The keys that ended it.
    var endedBy: MatchedInput?
}

struct PendingRecording: Hashable, Codable, Sendable {
    var id: RecordID
    /// The media type that was asked for.
    var type: String
    /// Keys are matched while it goes on.
    var input: Collection
    /// Whether a key that no grammar matches ends it.
    var dtmfterm: Bool
    /// What ended it: its `recorded` is still owed.
    var endedBy: End?
    /// Whether it was ended before the prompts were over: then nothing was recorded.
    var hasNotBegun = false

    enum End: Hashable, Codable, Sendable {
        /// A key that no grammar matches.
        case key(DTMFKey)
        /// Keys that a grammar matches.
        case input(MatchedInput)
    }
}
