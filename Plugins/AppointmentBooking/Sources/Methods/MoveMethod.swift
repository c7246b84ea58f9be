import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Moves an appointment to the slot that is held; it keeps its number.
enum MoveMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "move", "Moves an appointment to the slot that is held", [.number, .hold, .language],
        [.outcome] + PluginManifest.Result.appointment + PluginManifest.Result.slot)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let hold = try call.read.string("hold")
        return try await AppointmentChange.answer(call, name) { db, appointment in
            let fields = try appointment.fields(db, call)
            guard appointment.mayChange(at: call.now) else { return .outcome("notAllowed") + fields }
            if appointment.hold == hold { return .outcome("already") + fields }
            guard let held = try Appointment.find(db, hold: hold, .held) else { return .outcome("expired") + fields }
            return .outcome("done") + (try appointment.move(db, to: held).fields(db, call))
        }
    }
}
