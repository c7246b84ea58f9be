import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Gives free what this call holds, while the call goes on.
enum ReleaseMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "release", "Gives free what this call holds, if anything", [], [.outcome])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        try await call.store.write(call.context) { db in
            try Appointment.release(db, heldIn: call.context.session)
            return .outcome("done")
        }
    }
}
