import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Cancels an appointment and gives its slot free.
enum CancelMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "cancel", "Cancels an appointment before it begins", [.number, .language],
        [.outcome] + PluginManifest.Result.appointment + PluginManifest.Result.slot)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        try await AppointmentChange.answer(call, name) { db, appointment in
            let fields = try appointment.fields(db, call)
            if appointment.state == .cancelled { return .outcome("already") + fields }
            guard appointment.mayChange(at: call.now) else { return .outcome("notAllowed") + fields }
            try appointment.cancel(db)
            return .outcome("done") + fields
        }
    }
}
