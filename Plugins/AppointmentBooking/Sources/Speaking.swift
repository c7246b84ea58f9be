import CallControl
import GRDB
import PluginKit
import PluginStore

extension Visit {
    /// What a flow is told of a slot, and can read out.
    func fields(_ call: MethodCall) -> JSONValue {
        let language = call.language
        let time = zone.time(at: slot.starts)
        let day = Spoken.day(time.day, today: zone.time(at: call.now).day, in: language)
        let timeOfDay = time.spoken(language)
        return [
            "slot": .string(slot.id), "date": .string(time.day.iso), "dateSpoken": .string(day),
            "time": .string(time.hoursAndMinutes), "timeSpoken": .string(timeOfDay),
            "spoken": .string(language.choose("\(day), at \(timeOfDay)", "\(day)，\(timeOfDay)")),
        ] + service.fields(language) + place.fields(language) + staff.fields(language)
    }
}

extension Appointment {
    /// What a flow is told of a booked appointment, and can read out.
    func fields(_ db: Database, _ call: MethodCall) throws -> JSONValue {
        let number = number ?? ""
        let visit = try Visit.find(db, of: slot)
        return [
            "number": .string(number), "numberSpoken": .string(Spoken.digits(number, pauseAfter: 4, in: call.language)),
        ] + (visit?.fields(call) ?? [:])
    }
}
