public import CallControl
public import PluginKit
public import PluginManifests
import PluginStore

/// Appointments for self-service by telephone; see the README beside it.
public struct AppointmentBooking: Plugin {
    public let manifest: PluginManifest
    private let settings: Settings
    private let store: Store

    /// `use: AppointmentBooking` in `dialtone.yaml`.
    public static let factory = PluginFactory(name: "AppointmentBooking") {
        (configuration) throws(PluginConfigurationError) in
        try AppointmentBooking(configuration)
    }

    /// Opens nothing yet: the store is opened, and if need be created, by the first call that needs it.
    public init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        settings = try Settings(configuration)
        store = Store(settings.store, Self.design)
        manifest = PluginManifest(
            name: configuration.name,
            summary: "Appointments: free slots, holding, booking, moving and cancelling them, and the day's list.",
            methods: Self.methods.map { $0.declaration })
    }

    public func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
        let call = MethodCall(parameters: parameters, context: context, settings: settings, store: store)
        return try await call.answer(method, of: Self.methods)
    }

    /// Gives free what the call holds, so that nobody waits for the hold to expire.
    public func callEnded(_ context: PluginContext) async throws {
        try await store.write(
            context, onlyIf: { try Appointment.held($0, in: context.session) != nil },
            then: { try Appointment.release($0, heldIn: context.session) })
    }

    public func stop() async { await store.close() }

    private static let design = StoreDesign(name: "appointment store", steps: Schema.steps) { db, folder, context in
        try Seed(folder: folder, today: context.now.day).insert(db)
    }

    private static let methods: [any StoreMethod<Settings>.Type] = [
        PlacesMethod.self, ServicesMethod.self, StaffMethod.self, FreeMethod.self, NextMethod.self, HoldMethod.self,
        ConfirmMethod.self, ReleaseMethod.self, DetailsMethod.self, MoveMethod.self, CancelMethod.self, DayMethod.self,
    ]
}
