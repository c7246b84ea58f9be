import CallControl
import FlowTesting

/// One of very many callers: makes the rehearsed call, and then again.
struct Caller {
    /// Counts the calls of this caller.
    private(set) var call = 0
    /// The step that comes next.
    private(set) var next = 0
    /// When the last step was due, in nanoseconds of the machine's clock.
    private(set) var due: UInt64 = 0
    /// Whether the call has gone another way than the rehearsal.
    private(set) var hasDiverged = false
    /// Since when the next step is held up.
    private var delayedFrom: UInt64?
    /// How many commands have answered the last step.
    private var answers = 0

    /// Whether the last step has been answered in full.
    func isAnswered(_ steps: [Rehearsal.Step]) -> Bool { next == 0 || answers == steps[next - 1].commands.count }

    /// Whether nothing is awaited of the call.
    func isDone(_ steps: [Rehearsal.Step]) -> Bool { hasDiverged || isAnswered(steps) }

    /// Whether the last step is one that a plugin answers.
    func isAtPlugin(_ steps: [Rehearsal.Step]) -> Bool { next > 0 && steps[next - 1].invocations > 0 }

    /// Whether the call is over.
    func isFinished(_ steps: [Rehearsal.Step]) -> Bool { hasDiverged || (next == steps.count && isAnswered(steps)) }

    /// Whether the call will still come to that step: it has gone the way of the rehearsal, and is not there.
    func isOnTheWay(to step: Int) -> Bool { !hasDiverged && next != step }

    /// Begins the next call.
    mutating func beginAnew() {
        call += 1
        next = 0
        answers = 0
        hasDiverged = false
    }

    /// Has listened to the prompt that plays since that moment.
    mutating func listen(since moment: UInt64) { due = moment }

    /// Takes the next step.
    mutating func advance(_ steps: [Rehearsal.Step], due: UInt64) -> Rehearsal.Step {
        self.due = due
        answers = 0
        defer { next += 1 }
        return steps[next]
    }

    /// The next step was due, but the last one has not been answered.
    mutating func delay(from moment: UInt64) { delayedFrom = delayedFrom ?? moment }

    /// When the next step was due, if it was held up.
    mutating func takeDelay() -> UInt64? {
        defer { delayedFrom = nil }
        return delayedFrom
    }

    /// What comes of a command.
    enum Answer {
        case first, further, divergence
    }

    /// Compares a command with the rehearsal's.
    mutating func take(_ command: CallCommand, _ steps: [Rehearsal.Step]) -> Answer {
        guard next > 0, !isAnswered(steps), steps[next - 1].commands[answers] == command else { return .divergence }
        answers += 1
        return answers == 1 ? .first : .further
    }

    /// Gives up the call.
    mutating func diverge() { hasDiverged = true }
}

/// Names a call: whose it is, and which of that caller's.
struct CallNumber {
    let caller: Int
    let call: Int

    init(caller: Int, call: Int) {
        self.caller = caller
        self.call = call
    }

    var id: String { "\(caller).\(call)" }

    init?(_ id: String) {
        guard let dot = id.utf8.firstIndex(of: UInt8(ascii: ".")), let caller = Int(id[..<dot]),
            let call = Int(id[id.utf8.index(after: dot)...])
        else { return nil }
        self.init(caller: caller, call: call)
    }
}
