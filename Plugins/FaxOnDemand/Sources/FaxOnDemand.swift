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

    /// `use: FaxOnDemand` in `dialtone.yaml`.
    public static let factory = PluginFactory(name: "FaxOnDemand") {
        (configuration) throws(PluginConfigurationError) in
        try FaxOnDemand(configuration)
    }

    /// Opens nothing yet: the store is opened, and if need be created, by the first call that needs it.
    public init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        try self.init(configuration, interruption: nil)
    }

    /// - Parameter interruption: stops the work on a fax after one of its steps, for tests; what it throws ends the
    ///   method.
    package init(
        _ configuration: PluginConfiguration, interruption: Interruption?
    ) throws(PluginConfigurationError) {
        settings = try Settings(configuration)
        store = Store(settings.store, Self.design)
        self.interruption = interruption
        manifest = PluginManifest(
            name: configuration.name,
            summary: "Fax on demand: a catalogue of documents, sent as a fax to the number that the caller gives.",
            methods: Self.methods.map { $0.declaration } + [WorkMethod.declaration])
    }

    public func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
        let call = MethodCall(parameters: parameters, context: context, settings: settings, store: store)
        if method == WorkMethod.declaration.name { return try await WorkMethod.answer(call, interruption) }
        guard let method = Self.methods.first(where: { $0.declaration.name == method }) else {
            throw PluginFailure(PluginFailure.nomethod, "there is no method '\(method)'")
        }
        return try await method.answer(call)
    }

    private static let design = StoreDesign(name: "fax store", steps: Schema.steps) { db, folder, _ in
        try Seed(folder: folder).insert(db)
    }

    private static let methods: [any FaxMethod.Type] = [
        CategoriesMethod.self, CatalogueMethod.self, DocumentMethod.self, CheckMethod.self, OrderMethod.self,
        StatusMethod.self, CancelMethod.self, QueueMethod.self,
    ]
}
