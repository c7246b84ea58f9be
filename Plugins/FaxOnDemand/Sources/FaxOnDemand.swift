public import CallControl
public import PluginKit
public import PluginManifests
import PluginStore

/// Fax on demand by telephone; see the README beside it.
public struct FaxOnDemand: Plugin {
    public let manifest: PluginManifest
    private let settings: Settings
    private let store: Store
    private let interruption: Interruption?
    private let makeTransport: (@Sendable (MethodCall) -> any Transport)?

    /// `use: FaxOnDemand` in `dialtone.yaml`.
    public static let factory = PluginFactory(name: "FaxOnDemand") {
        (configuration) throws(PluginConfigurationError) in
        try FaxOnDemand(configuration)
    }

    /// Opens nothing yet: the store is opened, and if need be created, by the first call that needs it.
    public init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        try self.init(configuration, interruption: nil)
    }

    /// For tests.
    /// - Parameters:
    ///   - interruption: stops the work on a fax after one of its steps: what it throws ends the method.
    ///   - transport: takes the place of the one that the settings choose.
    init(
        _ configuration: PluginConfiguration, interruption: Interruption?,
        transport: (@Sendable (MethodCall) -> any Transport)? = nil
    ) throws(PluginConfigurationError) {
        settings = try Settings(configuration)
        store = Store(settings.store, Self.design)
        self.interruption = interruption
        makeTransport = transport
        manifest = PluginManifest(
            name: configuration.name,
            summary: "Fax on demand: a catalogue of documents, sent as a fax to the number that the caller gives.",
            methods: Self.methods.map { $0.declaration } + [WorkMethod.declaration])
    }

    public func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
        let call = MethodCall(parameters: parameters, context: context, settings: settings, store: store)
        if method == WorkMethod.declaration.name {
            let transport = makeTransport?(call) ?? settings.transport.make(call)
            return try await WorkMethod.answer(call, Worker(call, transport, interruption))
        }
        return try await call.answer(method, of: Self.methods)
    }

    public func stop() async { await store.close() }

    private static let design = StoreDesign(name: "fax store", steps: Schema.steps) { db, folder, _ in
        try Seed(folder: folder).insert(db)
    }

    private static let methods: [any StoreMethod<Settings>.Type] = [
        CategoriesMethod.self, CatalogueMethod.self, DocumentMethod.self, CheckMethod.self, OrderMethod.self,
        StatusMethod.self, CancelMethod.self, QueueMethod.self,
    ]
}
