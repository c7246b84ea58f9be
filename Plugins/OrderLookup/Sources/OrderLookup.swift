public import CallControl
public import PluginKit
public import PluginManifests
import PluginStore

/// Orders and customers for self-service by telephone; see the README beside it.
public struct OrderLookup: Plugin {
    public let manifest: PluginManifest
    private let settings: Settings
    private let store: Store

    /// `use: OrderLookup` in `dialtone.yaml`.
    public static let factory = PluginFactory(name: "OrderLookup") {
        (configuration) throws(PluginConfigurationError) in
        try OrderLookup(configuration)
    }

    /// Opens nothing yet: the store is opened, and if need be created, by the first call that needs it.
    public init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        settings = try Settings(configuration)
        store = Store(settings.store, Self.design(settings))
        manifest = PluginManifest(
            name: configuration.name,
            summary: "Orders, customers and articles: lookup by number, caller or PIN, changes, and new orders.",
            methods: Self.methods.map { $0.declaration })
    }

    public func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
        let call = MethodCall(parameters: parameters, context: context, settings: settings, store: store)
        return try await call.answer(method, of: Self.methods)
    }

    /// Forgets what the call was offered.
    public func callEnded(_ context: PluginContext) async throws {
        try await store.write(
            context, onlyIf: { try Offer.exists($0, in: context.session) },
            then: { try Offer.delete($0, in: context.session) })
    }

    public func stop() async { await store.close() }

    private static func design(_ settings: Settings) -> StoreDesign {
        let pinCost = settings.pinCost
        return StoreDesign(name: "order store", steps: Schema.steps) { db, folder, context in
            try SeedImport(context: context, pinCost: pinCost).run(
                Seed(folder: folder, today: context.now.day), db)
        }
    }

    private static let methods: [any StoreMethod<Settings>.Type] = [
        StatusMethod.self, ByCallerMethod.self, VerifyPINMethod.self, OrdersMethod.self, DetailsMethod.self,
        CancelMethod.self, ChangeQuantityMethod.self, ChangeDateMethod.self, ArticleMethod.self, OfferMethod.self,
        OfferAgainMethod.self, PlaceMethod.self,
    ]
}
