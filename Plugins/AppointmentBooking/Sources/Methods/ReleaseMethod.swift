import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Gives free what this call holds: what a flow's handler of the hang-up calls, so that nobody waits for the hold to
/// expire.
enum ReleaseMethod: BookingMethod {
    static let declaration = PluginManifest.Method(
        "release", "Gives free what this call holds, if anything", [], [.outcome])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        try await call.store.write(call.context) { db in
            try Appointment.release(db, heldIn: call.context.session)
            return .outcome("done")
        }
    }
}
