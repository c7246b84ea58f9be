public import CallControl
public import PluginKit
public import PluginManifests
import PluginStore

/// From the menu to a person: who is rung next, the contact plan, and callbacks; see the README beside it.
public struct ExpertTransfer: Plugin {
    public let manifest: PluginManifest
    private let settings: Settings
    private let store: Store

    /// `use: ExpertTransfer` in `dialtone.yaml`.
    public static let factory = PluginFactory(name: "ExpertTransfer") {
        (configuration) throws(PluginConfigurationError) in
        try ExpertTransfer(configuration)
    }

    /// Opens nothing yet: the store is opened, and if need be created, by the first call that needs it.
    public init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        settings = try Settings(configuration)
        store = Store(settings.store, Self.design)
        manifest = PluginManifest(
            name: configuration.name,
            summary: "Experts: whom to ring next and for how long, the contact plan, and callbacks.",
            methods: Self.methods.map { $0.declaration })
    }

    public func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
        let call = MethodCall(parameters: parameters, context: context, settings: settings, store: store)
        return try await call.answer(method, of: Self.methods)
    }

    /// Frees the expert whom the call had, however it ended.
    public func callEnded(_ context: PluginContext) async throws {
        try await store.write(
            context, onlyIf: { try !Round.open($0, of: context.session).isEmpty },
            then: { try Round.end($0, of: context.session, at: context.now.epochMilliseconds) })
    }

    public func stop() async { await store.close() }

    private static let design = StoreDesign(name: "expert store", steps: Schema.steps) { db, folder, context in
        try Seed(folder: folder, today: context.now.day).insert(db)
    }

    private static let methods: [any StoreMethod<Settings>.Type] = [
        HoursMethod.self, CallerMethod.self, RouteMethod.self, BeginMethod.self, NextMethod.self, ReleaseMethod.self,
        PhoneMethod.self, CallbackMethod.self, PresenceMethod.self, ExpertsMethod.self, FreeMethod.self,
        CallbacksMethod.self, TakeMethod.self, PutBackMethod.self, CloseMethod.self, TriesMethod.self,
    ]
}
