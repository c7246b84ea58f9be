public import CallControl
public import DialogMachines
public import Expressions
public import Grammars
public import PluginManifests

/// What does not belong to one call, lent to a session for one event.
public final class World {
    public var machines: [ResourceID: DialogMachine] {
        didSet {
            latest = []
            inputs = [:]
        }
    }
    /// External grammars.
    public var grammars: [ResourceID: CompiledGrammar]
    /// External scripts.
    public var scripts: [ResourceID: String]
    /// Documents for `<data>`. A call keeps those that its variables hold.
    public var data: [ResourceID: DataTree]
    public var plugins: PluginCatalog
    /// Names of variables and of members.
    let names = NameTable()
    public var evaluator: any ScriptEvaluator
    /// What compiles an expression that is only known at run time.
    public var checker: any ScriptSyntaxChecker
    /// Sees what calls come to.
    public var observer: (any SessionObserver)?

    public init(
        machines: [ResourceID: DialogMachine] = [:], grammars: [ResourceID: CompiledGrammar] = [:],
        scripts: [ResourceID: String] = [:], data: [ResourceID: DataTree] = [:],
        plugins: PluginCatalog = PluginCatalog(), evaluator: any ScriptEvaluator, checker: any ScriptSyntaxChecker,
        observer: (any SessionObserver)? = nil
    ) {
        self.machines = machines
        self.grammars = grammars
        self.scripts = scripts
        self.data = data
        self.plugins = plugins
        self.evaluator = evaluator
        self.checker = checker
        self.observer = observer
    }

    /// The machines that were used last: an interpreter asks for one of a few at every step, and a name that is the same
    /// text in memory is told without reading it.
    private var latest: [DialogMachine] = []
    /// The inputs of the items that calls have come to.
    var inputs: [ItemInput.Place: ItemInput] = [:]

    /// The machine with that id.
    func machine(_ id: ResourceID) -> DialogMachine? {
        for machine in latest where machine.id == id { return machine }
        guard let machine = machines[id] else { return nil }
        if latest.count == 4 { latest.removeLast() }
        latest.insert(machine, at: 0)
        return machine
    }
}
