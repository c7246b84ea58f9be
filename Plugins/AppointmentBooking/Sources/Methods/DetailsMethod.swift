import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// An appointment, for whoever knows its number: when, where and for what, but nothing of the caller.
enum DetailsMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "details", "An appointment, by its confirmation number", [.number, .language],
        [
            .outcome, .init("state", .string, summary: "booked or cancelled"),
            .init("mayChange", .boolean, summary: "whether it can be moved and cancelled"),
        ] + PluginManifest.Result.appointment + PluginManifest.Result.slot)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        guard let number = ConfirmationNumber(try call.read.string("number")) else { return .outcome("mistyped") }
        return try await call.store.read(call.context) { db in
            guard let appointment = try Appointment.find(db, number: number.digits) else { return .outcome("notFound") }
            return .outcome("found") + [
                "state": .string(appointment.state.rawValue), "mayChange": .bool(appointment.mayChange(at: call.now)),
            ] + (try appointment.fields(db, call))
        }
    }
}
