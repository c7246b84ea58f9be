import CallControl
import Expressions
import Fetching
import FormInterpreter

/// What all calls of a lane share: its script engine, its world, and how it reaches what is outside. Confined to the
/// lane.
final class LaneContext {
    let options: HostOptions
    let loader: DocumentLoader
    let world: World
    /// How a plugin's answer comes back to the lane.
    let answered: @Sendable (PluginReply) -> Void
    /// How what a server gave comes back to the lane.
    let fetched: @Sendable (FetchReply) -> Void
    private(set) var audioLengths = AudioLengths()
    var complaints: PluginComplaints
    /// What the resources in the world take in memory, about, in bytes.
    private var memory: [ResourceID: Int] = [:]
    private var allMemory = 0
    /// When there are so many resources, or they take so much memory, those are dropped that no call needs.
    private var crowd = leastCrowd
    private var plenty = leastPlenty
    static let leastCrowd = 256
    static let leastPlenty = 64 << 20

    init(
        options: HostOptions, loader: DocumentLoader, fetched: @escaping @Sendable (FetchReply) -> Void,
        answered: @escaping @Sendable (PluginReply) -> Void
    ) {
        self.options = options
        self.loader = loader
        self.fetched = fetched
        self.answered = answered
        complaints = PluginComplaints(logger: options.logger)
        let engine = options.scripts.makeEngine()
        world = World(
            plugins: options.plugins.catalog, evaluator: engine, checker: engine, observer: options.sessionObserver)
    }

    /// Brings what is at hand into the world; nil: a server must be asked.
    func load(_ fetch: Fetch, cookies: CookieJar) -> FetchOutcome? {
        loader.load(fetch, cookies: cookies, checker: world.checker).map(take)
    }

    /// Brings what has been loaded into the world.
    func take(_ loaded: LoadedResource) -> FetchOutcome {
        guard case .loaded(let id, _) = loaded.outcome else { return loaded.outcome }
        switch loaded.resource {
        // An id is of one content, and a world that changes forgets what it has at hand.
        case .machine(let machine): if world.machines[id] == nil { world.machines[id] = machine }
        case .grammar(let grammar): world.grammars[id] = grammar
        case .script(let script): world.scripts[id] = script
        case .data(let tree): world.data[id] = tree
        case nil: break
        }
        if memory[id] == nil {
            memory[id] = loaded.memory
            allMemory += loaded.memory
        }
        return loaded.outcome
    }

    /// Drops what none of these calls needs, once there is much of it: servers may give every call documents of its
    /// own, and files change. What a call needs then is in the store, as a rule.
    func forgetResources(besidesThoseOf calls: some Collection<Call>) {
        guard memory.count >= crowd || allMemory >= plenty else { return }
        let needed = calls.reduce(into: Set<ResourceID>()) { $0.formUnion($1.state.session.requiredResources) }
        world.machines = world.machines.filter { needed.contains($0.key) }
        world.grammars = world.grammars.filter { needed.contains($0.key) }
        world.scripts = [:]
        world.data = world.data.filter { needed.contains($0.key) }
        memory = memory.filter { needed.contains($0.key) }
        allMemory = memory.values.reduce(0, +)
        crowd = max(Self.leastCrowd, 2 * memory.count)
        plenty = max(Self.leastPlenty, 2 * allMemory)
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

/// What a fetch from a server came to, on its way back to the call that asked.
struct FetchReply: Sendable {
    var call: String
    /// Tells the call from a later one of the same id.
    var serial: Int
    var fetch: FetchID
    var loaded: LoadedResource
    /// The call's cookies after it.
    var cookies: CookieJar
}
