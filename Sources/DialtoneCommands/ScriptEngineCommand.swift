import ArgumentParser
import Glibc
import ScriptEngine

/// `dialtone script-engine`: what Dialtone starts itself with for `--scripts isolated`.
struct ScriptEngineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "script-engine", abstract: "Evaluates scripts for the Dialtone that has started it.",
        shouldDisplay: false)

    @Argument(help: "The CPU time of one evaluation, in seconds.")
    var timeLimit: Double

    /// How a process is started that does this.
    static func command(_ limits: IsolationLimits) -> EngineCommand {
        .thisProgram([Self._commandName, String(limits.evaluationTime)])
    }

    func run() throws {
        guard EngineServer.isSocket(STDIN_FILENO) else {
            throw CommandFailure("'\(Self._commandName)' is started by 'dialtone run --scripts isolated'")
        }
        var server = EngineServer(socket: STDIN_FILENO, timeLimit: timeLimit)
        server.serve()
    }
}
