import GRDB
import PluginKit
import PluginStore

/// The number by which a caller finds an appointment again.
typealias ConfirmationNumber = CheckedNumber

extension ConfirmationNumber {
    /// One that no appointment has.
    static func new(_ db: Database, for hold: String, _ context: PluginContext) throws -> ConfirmationNumber {
        let number = try new(for: hold, context) { try Appointment.find(db, number: $0.digits) != nil }
        guard let number else {
            throw PluginFailure(Store.unavailable, "the appointment store has no confirmation number left")
        }
        return number
    }
}
