import Dispatch
import Expressions
public import Logging
import Synchronization

/// The processes of the engine that this program has: each lane takes one and keeps it until it is lost or the lane
/// ends. One more is kept ready.
public final class EngineProcesses: Sendable {
    private struct State {
        var idle: [EngineProcess] = []
        var pause: StartPause
        /// Why the last start has failed.
        var problem = ""

        /// One that is ready if possible.
        mutating func takeIdle() -> EngineProcess? {
            guard let index = idle.firstIndex(where: \.isReady) ?? idle.indices.first else { return nil }
            return idle.remove(at: index)
        }
    }

    let limits: IsolationLimits
    let logger: Logger
    private let command: EngineCommand
    private let state: Mutex<State>
    private let starter = DispatchQueue(label: "engine processes, starting")

    /// More than so many are not kept when lanes end.
    private static let mostIdle = 8

    /// - Parameters:
    ///   - command: starts a program that runs an `EngineServer`.
    ///   - logger: told of processes that crash, are killed, or cannot be started.
    public init(_ command: EngineCommand, limits: IsolationLimits = IsolationLimits(), logger: Logger) {
        self.command = command
        self.limits = limits
        self.logger = logger
        state = Mutex(State(pause: StartPause(limits.startPause)))
    }

    /// An engine for one lane.
    public func makeEngine() -> IsolatedEngine { IsolatedEngine(self) }

    /// Starts what is missing to so many processes that nobody uses, without waiting for them.
    public func prepare(_ count: Int) {
        starter.async { [weak self] in
            while let self, state.withLock({ $0.idle.count < count && $0.pause.isOver(at: .now) }),
                let process = try? EngineProcess.start(command)
            {
                state.withLock { $0.idle.append(process) }
            }
        }
    }

    /// A process that can be asked.
    /// - Throws: `ScriptFailure` where none can be started.
    func take() throws(ScriptFailure) -> EngineProcess {
        defer { prepare(1) }
        while let process = state.withLock({ $0.takeIdle() }) {
            guard process.isAlive, (try? process.awaitStart(within: limits.startTime)) != nil else { continue }
            return process
        }
        let (mayStart, problem) = state.withLock { ($0.pause.isOver(at: .now), $0.problem) }
        guard mayStart else { throw Self.failure(problem) }
        do throws(EngineStartFailure) {
            let process = try start()
            state.withLock { $0.pause.reset() }
            return process
        } catch {
            state.withLock { state in
                state.pause.begin(at: .now)
                state.problem = error.reason
            }
            logger.error("a process of the script engine cannot be started: \(error.reason)")
            throw Self.failure(error.reason)
        }
    }

    /// Takes back a process that can be asked again.
    func giveBack(_ process: EngineProcess) {
        state.withLock { if $0.idle.count < Self.mostIdle { $0.idle.append(process) } }
    }

    private func start() throws(EngineStartFailure) -> EngineProcess {
        let process = try EngineProcess.start(command)
        do throws(EngineFailure) {
            try process.awaitStart(within: limits.startTime)
            return process
        } catch {
            guard case .gone = error else { throw EngineStartFailure(reason: "it does not say that it is ready") }
            throw EngineStartFailure(reason: process.obituary())
        }
    }

    private static func failure(_ problem: String) -> ScriptFailure {
        ScriptFailure(.limit, "A process of the script engine cannot be started: \(problem)")
    }
}
