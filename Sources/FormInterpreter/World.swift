public import CallControl
public import DialogMachines
public import Expressions
public import Grammars
public import PluginManifests

/// What does not belong to one call, lent to a session for one event.
public struct World {
    public var machines: [ResourceID: DialogMachine]
    /// External grammars.
    public var grammars: [ResourceID: CompiledGrammar]
    /// External scripts.
    public var scripts: [ResourceID: String]
    public var plugins: PluginCatalog
    public var evaluator: any ScriptEvaluator
    /// What compiles an expression that is only known at run time.
    public var checker: any ScriptSyntaxChecker

    public init(
        machines: [ResourceID: DialogMachine] = [:], grammars: [ResourceID: CompiledGrammar] = [:],
        scripts: [ResourceID: String] = [:], plugins: PluginCatalog = PluginCatalog(),
        evaluator: any ScriptEvaluator, checker: any ScriptSyntaxChecker
    ) {
        self.machines = machines
        self.grammars = grammars
        self.scripts = scripts
        self.plugins = plugins
        self.evaluator = evaluator
        self.checker = checker
    }
}
