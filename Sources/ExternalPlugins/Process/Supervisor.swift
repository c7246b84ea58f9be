import CallControl
import Logging
import PluginKit
import Streams
import Synchronization

/// Keeps the process of one plugin: starts it when it is needed, hands it invocations and hands its answers back. What
/// to do when is decided by its `SupervisorMachine`; the process itself is driven by a `ProcessDriver`.
final class Supervisor: Sendable {
    fileprivate struct State {
        var machine: SupervisorMachine
        var continuations: [Int: CheckedContinuation<JSONValue, any Error>] = [:]
        var secrets = SecretMemory()
        var allowance = LogAllowance()
        var signals: ProcessSignals?
        /// Drives the process that there is, or was.
        var driving: Task<Void, Never>?
    }

    /// What is done outside the lock.
    private enum Effect {
        case resume(CheckedContinuation<JSONValue, any Error>, SupervisorMachine.Outcome)
        case report(Logger.Level, String)
    }

    private let program: Program
    private let limits: ExternalPluginLimits
    private let logger: Logger
    private let state: Mutex<State>

    init(_ program: Program, limits: ExternalPluginLimits, logger: Logger) {
        self.program = program
        self.limits = limits
        self.logger = logger
        state = Mutex(State(machine: SupervisorMachine(limits: limits)))
    }

    /// Asks the process and waits for its answer.
    /// - Parameters:
    ///   - secrets: are taken out of what the process writes to the log.
    ///   - message: the request with that id.
    func ask(secrets: [String] = [], _ message: (Int) -> Message) async throws -> JSONValue {
        let id = state.withLock { state in
            state.secrets.remember(secrets)
            return state.machine.newID()
        }
        let message = message(id)
        let line = message.line
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                update { state in
                    state.continuations[id] = continuation
                    return state.machine.ask(id, line, isExtra: message.isCallEnd, at: .now)
                }
                // The cancellation may have come before there was anything to cancel.
                if Task.isCancelled { cancel(id) }
            }
        } onCancel: {
            cancel(id)
        }
    }

    /// Ends the process and waits until it is gone.
    func stop() async {
        beginStop()
        await state.withLock { $0.driving }?.value
    }

    func beginStop() { update { $0.machine.stop() } }

    private func cancel(_ id: Int) { update { $0.machine.cancel(id) } }

    /// The one door to the state: changes it, and does what the machine decides.
    private func update(_ change: (inout State) -> [SupervisorMachine.Action]) {
        let effects = state.withLock { state in
            change(&state).compactMap { perform($0, &state) }
        }
        for effect in effects {
            switch effect {
            case .resume(let continuation, .result(let result)): continuation.resume(returning: result)
            case .resume(let continuation, .failure(let failure)): continuation.resume(throwing: failure)
            case .resume(let continuation, .cancelled): continuation.resume(throwing: CancellationError())
            case .report(let level, let text): logger.log(level: level, "\(text)")
            }
        }
    }

    private func perform(_ action: SupervisorMachine.Action, _ state: inout State) -> Effect? {
        switch action {
        case .spawn:
            let signals = ProcessSignals()
            let driver = ProcessDriver(program: program, limits: limits, supervisor: self, signals: signals)
            state.signals = signals
            state.driving = Task { await driver.run() }
        case .rest(let duration):
            Task {
                try await Task.sleep(for: duration)
                update { $0.machine.rested(at: .now) }
            }
        case .write: state.signals?.write()
        case .end(let ending): state.signals?.end(ending)
        case .complete(let id, let outcome):
            return state.continuations.removeValue(forKey: id).map { .resume($0, outcome) }
        case .report(let level, let text): return .report(level, text)
        }
        return nil
    }
}

// What the driver tells
extension Supervisor {
    func nextBatch() -> SupervisorMachine.Batch? { state.withLock { $0.machine.nextBatch() } }

    /// A line on the process's standard output.
    func received(_ line: [UInt8]) {
        guard line.contains(where: { $0 > UInt8(ascii: " ") }) else { return }
        do {
            let answer = try Answer(line: line)
            update { state in
                var actions: [SupervisorMachine.Action] = []
                for action in state.machine.received(state.readable(answer)) {
                    if case .report = action, !state.allowance.admits(at: .now) { continue }
                    actions.append(action)
                }
                return actions
            }
        } catch {
            stray(error.reason, line)
        }
    }

    /// Output that is no answer.
    func stray(_ reason: String, _ line: [UInt8]) { quote(.warning, "stray output: \(reason): ", line) }

    /// A line on its standard error.
    func complained(_ line: [UInt8]) { quote(.info, "", line) }

    func report(_ level: Logger.Level, _ text: String) { update { _ in [.report(level, text)] } }

    /// Logs what the program has written, as far as it may write.
    private func quote(_ level: Logger.Level, _ lead: String, _ line: [UInt8]) {
        update { state in
            guard state.allowance.admits(at: .now) else { return [] }
            return state.reportsOfLeftOut + [.report(level, lead + state.readable(line))]
        }
    }

    func outputEnded() { update { $0.machine.outputEnded() } }
    func inputEnded() { update { $0.machine.inputEnded() } }
    func startTimeUp() { update { $0.machine.startTimeUp() } }
    func fail(_ why: String) { update { $0.machine.fail(why) } }
    func exited(_ how: String) { update { $0.reportsOfLeftOut + $0.machine.exited(how, at: .now) } }
}

extension Supervisor.State {
    /// What the program has written, as it can be shown to people.
    fileprivate func readable(_ text: [UInt8]) -> String {
        "\(LogText(secrets.redacting(Array(text.prefix(LogText.margin)))))"
    }

    fileprivate func readable(_ answer: Answer) -> Answer {
        guard case .failure(var failure) = answer.outcome else { return answer }
        failure.message = readable(Array(failure.message.utf8))
        return Answer(id: answer.id, outcome: .failure(failure))
    }

    /// Tells how much of the program's output has not been logged.
    fileprivate var reportsOfLeftOut: [SupervisorMachine.Action] {
        mutating get {
            let count = allowance.takeLeftOut()
            return count == 0 ? [] : [.report(.warning, "\(count) more lines of its output have been left out")]
        }
    }
}
