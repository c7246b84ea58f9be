public import FormInterpreter
public import Logging
public import PluginKit
public import PluginManifests

/// What moves a call's time.
public enum HostClock: String, Hashable, Sendable, CaseIterable {
    /// The machine's monotonic clock.
    case real
    /// Only the `at` of events.
    case virtual
}

/// How the host learns that a `play` has come to its end.
public enum PlaybackPolicy: String, Hashable, Sendable, CaseIterable {
    /// The gateway says so. On the real clock a `play` that it forgets counts as finished after three times its
    /// estimate and 30 s more.
    case gateway
    /// Each counts as finished when it is written.
    case immediate
    /// By the length of its text and of its sound files.
    case estimate
}

/// Who answers what flows ask of plugins.
public enum HostedPlugins: Sendable {
    /// These plugins.
    case linked(PluginSet)
    /// The gateway, by `returned` events (`--plugins scripted`). The manifests serve for checking; what has none is
    /// asked for all the same.
    case scripted(manifests: [PluginManifest])

    public var areScripted: Bool {
        if case .scripted = self { true } else { false }
    }

    /// What the compiler and the interpreter may know of them.
    public var catalog: PluginCatalog {
        switch self {
        case .linked(let plugins): plugins.catalog
        case .scripted(let manifests): PluginCatalog(manifests: manifests, acceptsUnknown: true)
        }
    }
}

/// How a `CallHost` runs its calls.
public struct HostOptions: Sendable {
    public var clock: HostClock
    public var playback: PlaybackPolicy
    public var plugins: HostedPlugins
    /// Default values of properties for every flow (`dialtone.yaml`).
    public var properties: [String: String]
    /// What flows may fetch.
    public var access: FetchAccess
    public var scripts: ScriptHosting
    /// How many calls can be worked on at the same time; nil: one for each processor, one on the virtual clock.
    public var lanes: Int?
    /// Begins the id of every invocation, by which plugins tell repetitions: one value for each run whose calls are
    /// not repetitions of another run's.
    public var run: String
    /// Told of documents that cannot be had, and of plugins that fail.
    public var logger: Logger
    /// Whether the logger is told of documents that cannot be had; an observer sees that in any case.
    public var logsFetches = true
    /// Sees every event and command of every call.
    public var observer: (any CallObserver)?
    /// Sees what calls come to in their documents.
    public var sessionObserver: (any SessionObserver)?
    /// Told of every call that has ended.
    public var onEnd: (@Sendable (CallRecord) -> Void)?

    public init(
        clock: HostClock = .real, playback: PlaybackPolicy = .gateway, plugins: HostedPlugins = .linked(PluginSet()),
        properties: [String: String] = [:], access: FetchAccess = FetchAccess(),
        scripts: ScriptHosting = .inProcess, lanes: Int? = nil, run: String = "",
        logger: Logger = .hostDefault, observer: (any CallObserver)? = nil,
        sessionObserver: (any SessionObserver)? = nil, onEnd: (@Sendable (CallRecord) -> Void)? = nil
    ) {
        self.clock = clock
        self.playback = playback
        self.plugins = plugins
        self.properties = properties
        self.access = access
        self.scripts = scripts
        self.lanes = lanes
        self.run = run
        self.logger = logger
        self.observer = observer
        self.sessionObserver = sessionObserver
        self.onEnd = onEnd
    }
}
