import CallControl
import GRDB
import PluginKit
import PluginManifests
import PluginStore

/// Makes an appointment of a hold. As with `hold`, what is asked twice finds it made.
enum ConfirmMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "confirm", "Books the slot that is held, and gives the confirmation number",
        [
            .hold,
            .init("phone", .string, required: false, summary: "number to call back; the calling one, if not given"),
            .init("customer", .string, required: false, summary: "customer number, or whatever tells who comes"),
            .language,
        ], [.outcome] + PluginManifest.Result.appointment + PluginManifest.Result.slot)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let hold = try call.read.string("hold")
        let phone = PhoneNumber(call.read.optionalString("phone") ?? call.context.from)?.digits
        let customer = call.read.optionalString("customer")
        let context = call.context
        return try await call.store.write(context) { db in
            try HoldClock(context).sweep(db)
            if let held = try Appointment.find(db, hold: hold, .held) {
                let number = try ConfirmationNumber.new(db, for: hold, context)
                let booked = try held.book(db, number: number, phone: phone, customer: customer, context)
                return .outcome("booked") + (try booked.fields(db, call))
            }
            guard let booked = try Appointment.find(db, hold: hold, .booked) else { return .outcome("expired") }
            let outcome = booked.bookedIn == context.invocation ? "booked" : "already"
            return .outcome(outcome) + (try booked.fields(db, call))
        }
    }
}
