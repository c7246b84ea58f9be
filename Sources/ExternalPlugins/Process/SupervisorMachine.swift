import CallControl
import DequeModule
import Logging
import PluginKit

/// What a supervisor decides: which invocations are sent, answered and failed, and when the process is started and
/// ended. It does nothing itself, and reads no clock.
struct SupervisorMachine {
    enum Phase: Equatable {
        /// No process. → `resting`, `starting`
        case idle
        /// No process; an invocation waits for the end of a pause. → `idle`, `starting`
        case resting
        /// There is a process that has not answered `start` yet. → `serving`, `ending`
        case starting
        /// → `ending`
        case serving
        /// The process is being ended. → `idle` or what follows from it, `stopped`
        case ending
        /// No process, and never again.
        case stopped
    }

    /// How to end a process.
    enum Ending: Equatable {
        /// It is told, and its standard input closed.
        case told
        /// Its standard input is closed.
        case closed
        /// It gets SIGTERM.
        case forced
    }

    enum Action: Equatable {
        case spawn
        /// Call `rested` after this time.
        case rest(Duration)
        /// There may be something in `nextBatch`.
        case write
        case end(Ending)
        case complete(Int, Outcome)
        case report(Logger.Level, String)
    }

    /// What becomes of an invocation.
    enum Outcome: Equatable {
        case result(JSONValue)
        case failure(PluginFailure)
        case cancelled
    }

    /// Lines to write at once.
    struct Batch: Equatable {
        var bytes: [UInt8]
        /// Nothing is written after it.
        var isLast: Bool
    }

    private enum Stage { case queued, sent }

    private struct Line {
        /// The invocation that it asks for; nil for a notification.
        var invocation: Int?
        var bytes: [UInt8]
    }

    /// As much is written at once as a pipe takes.
    private static let batchSize = 65_536

    let limits: ExternalPluginLimits
    private(set) var phase = Phase.idle
    private var isStopping = false
    private var pause: RestartPause
    private var lastID = Message.startID
    /// Those that wait for an answer.
    private var waiting: [Int: Stage] = [:]
    /// Those that nobody waits for any more and that the process has not answered yet.
    private var cancelled: Set<Int> = []
    private var outbox: Deque<Line> = []
    private var outboxBytes: Int { outbox.reduce(0) { $0 + $1.bytes.count } }

    init(limits: ExternalPluginLimits) {
        self.limits = limits
        pause = RestartPause(limits.rest)
    }
}

// What calls ask for
extension SupervisorMachine {
    mutating func newID() -> Int {
        lastID += 1
        return lastID
    }

    /// - Parameters:
    ///   - line: the request, with its line feed.
    ///   - isExtra: whether there is still room for it when there is none for invocations.
    mutating func ask(
        _ id: Int, _ line: [UInt8], isExtra: Bool = false, at now: ContinuousClock.Instant
    ) -> [Action] {
        guard !isStopping else { return [.complete(id, .stopped)] }
        guard line.count - 1 <= limits.lineLength else {
            let failure = PluginFailure(PluginFailure.badparameter, "the parameters are over the limit of a line")
            return [.complete(id, .failure(failure))]
        }
        guard outboxBytes + line.count <= limits.unsentBytes else {
            let failure = PluginFailure(PluginFailure.busy, "\(outboxBytes) bytes wait to be sent")
            return [.complete(id, .failure(failure))]
        }
        guard waiting.count < (isExtra ? 2 : 1) * limits.invocations else {
            let failure = PluginFailure(PluginFailure.busy, "\(limits.invocations) invocations are in flight")
            return [.complete(id, .failure(failure))]
        }
        waiting[id] = .queued
        outbox.append(Line(invocation: id, bytes: line))
        switch phase {
        case .idle: return begin(at: now)
        case .serving: return [.write]
        case .resting, .starting, .ending, .stopped: return []
        }
    }

    /// Nobody waits for the answer any more.
    mutating func cancel(_ id: Int) -> [Action] {
        guard let stage = waiting.removeValue(forKey: id) else { return [] }
        let completion = Action.complete(id, .cancelled)
        guard stage == .sent else {
            outbox.removeAll { $0.invocation == id }
            return [completion]
        }
        cancelled.insert(id)
        outbox.append(Line(bytes: Message.cancel(id: id).line))
        guard cancelled.count <= limits.invocations else {
            return [completion] + fail("it has left \(cancelled.count) cancelled invocations unanswered")
        }
        return [completion, .write]
    }

    /// No more invocations; those that are with the process may still be answered until it has ended.
    mutating func stop() -> [Action] {
        guard !isStopping else { return [] }
        isStopping = true
        let unsent = completions(of: .queued, .stopped)
        switch phase {
        case .idle, .resting, .stopped:
            phase = .stopped
            return unsent
        case .ending: return unsent
        case .starting, .serving:
            phase = .ending
            outbox.append(Line(bytes: Message.shutdown.line))
            return unsent + [.write, .end(.told)]
        }
    }

    /// What there is to write now, as far as it fits.
    mutating func nextBatch() -> Batch? {
        guard phase == .serving || isStopping, !outbox.isEmpty else { return nil }
        var bytes: [UInt8] = []
        while let line = outbox.first, bytes.isEmpty || bytes.count + line.bytes.count <= Self.batchSize {
            outbox.removeFirst()
            if let id = line.invocation { waiting[id] = .sent }
            bytes += line.bytes
        }
        return Batch(bytes: bytes, isLast: isStopping && outbox.isEmpty)
    }
}

// What the process does
extension SupervisorMachine {
    mutating func received(_ answer: Answer) -> [Action] {
        if answer.id == Message.startID, phase == .starting { return started(answer.outcome) }
        guard waiting[answer.id] == .sent else {
            let isLate = cancelled.remove(answer.id) != nil || phase == .ending
            return isLate ? [] : [.report(.warning, "stray output: an answer to \(answer.id), which is not asked")]
        }
        waiting[answer.id] = nil
        pause.reset()
        switch answer.outcome {
        case .success(let result): return [.complete(answer.id, .result(result))]
        case .failure(let failure): return [.complete(answer.id, .failure(failure))]
        }
    }

    private mutating func started(_ outcome: Result<JSONValue, PluginFailure>) -> [Action] {
        switch outcome {
        case .success:
            phase = .serving
            return [.write]
        case .failure(let failure):
            return end(.closed, because: "it refuses to start: \(failure.message)")
        }
    }

    /// It has closed its standard output: there will be no more answers.
    mutating func outputEnded() -> [Action] {
        let isStarting = phase == .starting
        let actions = end(
            .closed,
            because: isStarting
                ? "it ended before it had answered 'start'; the log has its last words"
                : "it has closed its standard output")
        return actions.isEmpty ? [.end(.closed)] : actions
    }

    /// It has closed its standard input.
    mutating func inputEnded() -> [Action] { end(.closed, because: "it has closed its standard input") }

    /// It does what must not be: it is ended.
    mutating func fail(_ why: String) -> [Action] { end(.forced, because: why) }

    mutating func startTimeUp() -> [Action] {
        phase == .starting ? fail("it has not answered 'start' within \(limits.startTime)") : []
    }

    /// The process has ended, or could not be started.
    /// - Parameter how: for the log.
    mutating func exited(_ how: String, at now: ContinuousClock.Instant) -> [Action] {
        var actions = [Action.report(isStopping ? .debug : .error, "the process is gone: \(how)")]
        actions += lose(because: how) + completions(of: .sent, .crashed)
        cancelled = []
        pause.begin(at: now)
        if isStopping {
            phase = .stopped
            return actions
        }
        phase = .idle
        return waiting.isEmpty ? actions : actions + begin(at: now)
    }

    mutating func rested(at now: ContinuousClock.Instant) -> [Action] {
        guard phase == .resting else { return [] }
        phase = .idle
        return waiting.isEmpty ? [] : begin(at: now)
    }

    private mutating func begin(at now: ContinuousClock.Instant) -> [Action] {
        let remaining = pause.remaining(at: now)
        guard remaining <= .zero else {
            phase = .resting
            return [.rest(remaining)]
        }
        phase = .starting
        return [.spawn]
    }

    private mutating func end(_ ending: Ending, because why: String) -> [Action] {
        guard phase == .starting || phase == .serving else { return [] }
        return [.report(.error, why)] + lose(because: why) + [.end(ending)]
    }

    /// The process serves nobody any more. What it was asked fails; what waits to be sent goes to the next one, unless
    /// this one did not even start.
    private mutating func lose(because why: String) -> [Action] {
        guard phase == .starting || phase == .serving else { return [] }
        let unsent = phase == .starting ? completions(of: .queued, .unavailable(why)) : []
        outbox.removeAll { $0.invocation == nil }
        phase = .ending
        return completions(of: .sent, .crashed) + unsent
    }

    /// Completes all that are so far, in their order.
    private mutating func completions(of stage: Stage, _ outcome: Outcome) -> [Action] {
        let ids = waiting.filter { $0.value == stage }.keys.sorted()
        for id in ids { waiting[id] = nil }
        if stage == .queued { outbox.removeAll { $0.invocation != nil } }
        return ids.map { .complete($0, outcome) }
    }
}

extension SupervisorMachine.Outcome {
    fileprivate static let stopped = Self.failure(
        PluginFailure(PluginFailure.unavailable, "the plugin has been stopped"))
    fileprivate static let crashed = Self.failure(
        PluginFailure(PluginFailure.crashed, "the plugin's process ended before it had answered"))

    fileprivate static func unavailable(_ why: String) -> Self {
        .failure(PluginFailure(PluginFailure.unavailable, "the plugin's process cannot be used: \(why)"))
    }
}
