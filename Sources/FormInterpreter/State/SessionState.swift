import CallControl
import Expressions

/// All that a session remembers between two events.
struct SessionState: Hashable, Codable, Sendable {
    var call: CallStart?
    var now = CallInstant.start
    var heap = Heap()
    var random = SeededRandom(seed: 0)
    var sessionScope = HeapReference(index: 0)
    /// The current context is the last.
    var contexts: [ExecutionContext] = []
    var control = Control.idle
    var prompts = PromptQueue()
    var keys = KeyBuffer()
    var timers = TimerTable()
    var line = Line.up
    var serials = Serials()
    var budget = Budget()
    var scripts = ScriptMeter()
    var path: [String] = []
    /// The media types of the recordings made so far, by the URIs that stand for them in variables.
    var recordings: [String: String] = [:]
    var abandoned = Abandoned()
}

/// Whether the caller is there.
enum Line: Hashable, Codable, Sendable {
    case up
    /// How the caller went.
    case gone(End.How)
}

/// What was stopped because the call goes on elsewhere: its end is still told, and means nothing.
struct Abandoned: Hashable, Codable, Sendable {
    var record: RecordID?
    var transfer: TransferID?
}

/// The numbers of commands given so far.
struct Serials: Hashable, Codable, Sendable {
    var prompt = 0
    var transfer = 0
    var record = 0
    var invocation = 0
    var fetch = 0

    mutating func next<ID: CallSerial>(_ counter: WritableKeyPath<Serials, Int>) -> ID {
        self[keyPath: counter] += 1
        return ID(rawValue: self[keyPath: counter])
    }
}

/// What an endless flow is stopped by.
struct Budget: Hashable, Codable, Sendable {
    /// Steps since the last event from outside.
    var steps = 0
    /// Events thrown from handlers since the last rest.
    var nestedEvents = 0
    /// Failures at `failingItem` without a fill.
    var failures = 0
    var failingItem: ItemPlace?
    /// The limits that have been raised once.
    var raised: Set<Limit> = []

    enum Limit: String, Hashable, Codable, Sendable {
        case steps, failures, calltime
        var event: String { "error.\(property)" }
        // Not put together: it is asked for at every step.
        var property: String {
            switch self {
            case .steps: "dialtone.steps"
            case .failures: "dialtone.failures"
            case .calltime: "dialtone.calltime"
            }
        }
    }

    static let defaultSteps = 100_000
    /// What one evaluation by the script engine counts for: a loop of scripts must not hold up other calls for hours.
    static let stepsOfScript = 100
    static let defaultFailures = 20
    static let defaultCallTime = CallDuration.seconds(4 * 3600)
    /// How long a flow may go on after `error.dialtone.calltime`.
    static let graceAfterCallTime = CallDuration.seconds(60)
    static let maximalNestedEvents = 100
    /// What a fetch counts as: it is no event from outside, and costs more than an instruction.
    static let stepsForAFetch = 20
    static let maximalContexts = 128
}

/// A form item, wherever it stands.
struct ItemPlace: Hashable, Codable, Sendable {
    var document: String
    var item: Int
}

/// Counts the evaluations by the script engine, so that a replay knows which of them ran into a limit.
struct ScriptMeter: Hashable, Codable, Sendable {
    var evaluations = 0
    var limited: Set<Int> = []
}
