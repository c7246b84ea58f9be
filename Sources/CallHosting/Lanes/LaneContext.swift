import CallControl
import Expressions
import FormInterpreter
import ScriptEngine

/// What all calls of a lane share: its script engine, its world, and how it reaches what is outside. Confined to the
/// lane.
final class LaneContext {
    let options: HostOptions
    let loader: DocumentLoader
    let world: World
    /// How a plugin's answer comes back to the lane.
    let answered: @Sendable (PluginReply) -> Void
    private(set) var audioLengths = AudioLengths()
    var complaints: PluginComplaints

    init(options: HostOptions, loader: DocumentLoader, answered: @escaping @Sendable (PluginReply) -> Void) {
        self.options = options
        self.loader = loader
        self.answered = answered
        complaints = PluginComplaints(logger: options.logger)
        let engine = JavaScriptCoreEngine()
        world = World(plugins: options.plugins.catalog, evaluator: engine, checker: engine)
    }

    /// Brings a resource into the world.
    func fetch(_ fetch: Fetch) -> FetchOutcome {
        let loaded = loader.load(fetch, checker: world.checker)
        guard case .loaded(let id) = loaded.outcome else { return loaded.outcome }
        switch loaded.resource {
        case .machine(let machine): world.machines[id] = machine
        case .grammar(let grammar): world.grammars[id] = grammar
        case .script(let script): world.scripts[id] = script
        case .data(let tree): world.data[id] = tree
        case nil: break
        }
        return loaded.outcome
    }

    /// Drops what no call needs, called when there is none: otherwise every edition of a document would stay.
    func forgetResources() {
        let count = world.machines.count + world.grammars.count + world.scripts.count + world.data.count
        guard count > 256 else { return }
        world.machines = [:]
        world.grammars = [:]
        world.scripts = [:]
        world.data = [:]
    }

    /// How long a prompt plays.
    func estimate(_ play: Play) -> CallDuration { play.estimatedLength(&audioLengths) }
}

/// A plugin's answer on its way back to the call that asked.
struct PluginReply: Sendable {
    var call: String
    /// Tells the call from a later one of the same id.
    var serial: Int
    var invocation: InvocationID
    var answer: PluginAnswer
}
