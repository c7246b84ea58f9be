import CallControl
import GRDB
import PluginKit
import PluginStore

/// What the methods that change an appointment have in common: made once in an invocation, by whoever has its number.
enum AppointmentChange {
    static func answer(
        _ call: MethodCall, _ method: String,
        _ change: @escaping @Sendable (Database, Appointment) throws -> JSONValue
    ) async throws -> JSONValue {
        guard let number = ConfirmationNumber(try call.read.string("number")) else { return .outcome("mistyped") }
        return try await call.writeOnce(method) { db in
            try HoldClock(call.context).sweep(db)
            guard let appointment = try Appointment.find(db, number: number.digits) else { return .outcome("notFound") }
            return try change(db, appointment)
        }
    }
}

extension Appointment {
    /// Until it begins.
    func mayChange(at moment: Int) -> Bool { state == .booked && starts > moment }
}
