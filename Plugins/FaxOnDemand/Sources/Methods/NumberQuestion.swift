import CallControl
import GRDB
import PluginKit
import PluginStore

/// Whether a fax may go to the number that a caller keyed in.
struct NumberQuestion: Sendable {
    /// International; nil: it is no number.
    let number: String?
    private let call: MethodCall
    /// The calling number; nil when it is withheld.
    let caller: String?

    init(_ call: MethodCall) throws {
        number = call.settings.numbers.number(try call.read.string("number"))
        caller = PhoneNumber(call.context.from)?.digits
        self.call = call
    }

    /// When what is ordered now can go out, in milliseconds since 1970, and whether it waits for that.
    var due: (moment: Int, isQuiet: Bool) {
        let settings = call.settings
        guard let end = settings.quietHours?.end(at: call.now, settings.zone) else { return (call.moment, false) }
        return (end * 1000, true)
    }

    /// nil when it may; else the outcome.
    func refusal(_ db: Database) throws -> String? {
        guard let number else { return "badNumber" }
        guard call.settings.numbers.allows(number) else { return "refused" }
        let (limits, zone) = (call.settings.limits, call.settings.zone)
        let today = zone.moment(zone.time(at: call.now).day, minute: 0) * 1000
        if try FaxJob.count(db, .number, number, since: today) >= limits.perNumber { return "full" }
        if let caller, try FaxJob.count(db, .caller, caller, since: today) >= limits.perCaller { return "full" }
        return nil
    }

    /// What is told of the number.
    var fields: JSONValue {
        guard let number else { return [:] }
        let spoken = call.settings.numbers.spoken(number, call.language)
        return ["number": .string(number), "numberSpoken": .string(spoken)]
    }

    /// What is told of the time at which it would go out.
    var timeFields: JSONValue {
        let (moment, isQuiet) = due
        guard isQuiet else { return ["quiet": false] }
        return ["quiet": true, "sendsSpoken": .string(call.spokenTime(moment))]
    }
}
