import Expressions
public import ScriptEngine

/// Where scripts are evaluated, and texts of scripts checked.
public enum ScriptHosting: Sendable {
    /// By an engine in this process, one for each lane.
    case inProcess
    /// By engines in processes of their own, one for each lane, which are killed at their limits.
    case isolated(EngineProcesses)

    func makeEngine() -> any ScriptEvaluator & ScriptSyntaxChecker {
        switch self {
        case .inProcess: JavaScriptCoreEngine()
        case .isolated(let processes): processes.makeEngine()
        }
    }

    /// So many lanes will soon need engines, and who checks documents one more.
    func prepare(lanes: Int) {
        if case .isolated(let processes) = self { processes.prepare(lanes + 1) }
    }
}
