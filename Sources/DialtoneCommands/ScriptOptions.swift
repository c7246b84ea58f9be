import ArgumentParser
import CallHosting
import Logging
import ScriptEngine

/// Where scripts are evaluated, as commands are told that.
struct ScriptOptions: ParsableArguments {
    enum Place: String, ExpressibleByArgument, CaseIterable {
        case inProcess = "in-process"
        case isolated
    }

    @Option(
        name: .customLong("scripts"),
        help: """
            Where scripts run: in this process, or isolated, in processes of their own that are killed at their limits \
            of time and memory.
            """)
    var place = Place.inProcess

    func hosting() -> ScriptHosting {
        switch place {
        case .inProcess: return .inProcess
        case .isolated:
            let limits = IsolationLimits()
            return .isolated(EngineProcesses(ScriptEngineCommand.command(limits), limits: limits, logger: .hostDefault))
        }
    }
}
