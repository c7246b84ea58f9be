public import Expressions
import Glibc
import Logging

/// The engine in a process of its own (see `EngineServer`), which is killed at its limits: an evaluation that takes too
/// much time or memory, or crashes the engine, fails, and costs nothing else. One lane uses it.
///
/// With each request goes what the evaluation can reach of the call's heap, and back comes what it changed there
/// (`HeapExcerpt`, `HeapChanges`), so that the process keeps nothing of a call: it can be killed at any moment, and the
/// next evaluation goes on in another, which is ready (`EngineProcesses`). New objects get the same places on the heap as
/// from the engine in this process: a call is the same wherever its scripts run. While the lane waits for an answer,
/// 0.8 s at most, it looks at the process's memory every 5 ms; the kernel's own limits would count the addresses that the
/// engine reserves. What an answer says is checked: a process that scripts have got hold of can change what those scripts
/// could have changed, and nothing else.
public final class IsolatedEngine: ScriptEvaluator, ScriptSyntaxChecker {
    private let processes: EngineProcesses
    private let limits: IsolationLimits
    private(set) var process: EngineProcess?
    private let mentions = KnownMentions()
    private var allowance: TimeAllowance

    init(_ processes: EngineProcesses) {
        self.processes = processes
        limits = processes.limits
        allowance = TimeAllowance(seconds: 10 * processes.limits.evaluationTime, clock: CLOCK_MONOTONIC)
    }

    deinit { if let process { processes.giveBack(process) } }

    public func beginEvent() { allowance.renew() }

    public func evaluate(expression: String, in environment: inout Environment) throws(ScriptFailure) -> Value {
        try evaluate(.expression, expression, in: &environment)
    }

    public func run(program: String, in environment: inout Environment) throws(ScriptFailure) {
        _ = try evaluate(.program, program, in: &environment)
    }

    public func problem(inExpression text: String) -> String? { problem(.expressionCheck, text) }

    public func problem(inProgram text: String) -> String? { problem(.programCheck, text) }

    private func evaluate(
        _ kind: EngineRequest.Kind, _ text: String, in environment: inout Environment
    ) throws(ScriptFailure) -> Value {
        try allowance.begin()
        defer { allowance.end() }
        let excerpt = try excerpt(kind, text, of: environment)
        let answer = try ask { process throws(EngineFailure) in
            let request = EngineRequest.evaluation(kind, text, excerpt, in: environment, known: &process.known)
            return try process.exchange(request, limits)
        } reading: { message, process throws(BadMessage) in
            try EngineAnswer(message, to: excerpt, known: process.known)
        }
        environment.random = answer.random
        switch answer.outcome {
        case .success(let value): return excerpt.apply(answer.changes, result: value, to: &environment.heap)
        case .failure(let failure):
            // What was done before the throw stays done.
            _ = excerpt.apply(answer.changes, result: .undefined, to: &environment.heap)
            // What ran into a limit may have left much behind, which goes with its process only.
            if failure.kind == .limit { process = nil }
            throw failure
        }
    }

    private func excerpt(
        _ kind: EngineRequest.Kind, _ text: String, of environment: borrowing Environment
    ) throws(ScriptFailure) -> HeapExcerpt {
        HeapExcerpt(
            try ReachableObjects(
                mentionedIn: mentions.mentions(in: ECMAString(text)), isProgram: kind == .program, in: environment
            ) { [mentions] source throws(ScriptFailure) in mentions.mentions(in: source) })
    }

    private func problem(_ kind: EngineRequest.Kind, _ text: String) -> String? {
        do throws(ScriptFailure) {
            return try ask { process throws(EngineFailure) in
                try process.exchange(EngineRequest.check(kind, text), limits)
            } reading: { message, _ throws(BadMessage) in
                try EngineAnswer.problem(message)
            }
        } catch {
            return error.message
        }
    }
}

// The process
extension IsolatedEngine {
    private func ask<Answer>(
        _ exchange: (EngineProcess) throws(EngineFailure) -> [UInt8],
        reading read: (_ message: [UInt8], EngineProcess) throws(BadMessage) -> Answer
    ) throws(ScriptFailure) -> Answer {
        let process = try current()
        do throws(EngineFailure) {
            let start = ContinuousClock.now
            let message = try exchange(process)
            let answer = try Self.read(message, process, read)
            if process.isSpent(after: .now - start, limit: limits.keptGrowth) { self.process = nil }
            return answer
        } catch {
            self.process = nil
            throw report(error, process)
        }
    }

    private static func read<Answer>(
        _ message: [UInt8], _ process: EngineProcess,
        _ read: (_ message: [UInt8], EngineProcess) throws(BadMessage) -> Answer
    ) throws(EngineFailure) -> Answer {
        do throws(BadMessage) {
            return try read(message, process)
        } catch {
            throw .nonsense
        }
    }

    /// The process that there is, or another when it has died since.
    private func current() throws(ScriptFailure) -> EngineProcess {
        if let process, process.isAlive { return process }
        if let process { processes.logger.warning("the script engine's process: \(process.obituary())") }
        process = nil
        let new = try processes.take()
        process = new
        return new
    }

    private func report(_ failure: EngineFailure, _ process: EngineProcess) -> ScriptFailure {
        let message =
            switch failure {
            case .tooLong: "The evaluation took too much time."
            case .tooMuchMemory: "The evaluation took too much memory."
            case .gone: "The script engine's process died: \(process.obituary())."
            case .nonsense: "The script engine's process gave an answer that is none."
            }
        processes.logger.warning("\(message)")
        return ScriptFailure(.limit, message)
    }
}

extension EngineProcess {
    fileprivate func exchange(_ message: [UInt8], _ limits: IsolationLimits) throws(EngineFailure) -> [UInt8] {
        try exchange(message, within: limits.answerTime, growth: limits.growth)
    }
}
