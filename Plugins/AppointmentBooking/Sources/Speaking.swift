import CallControl
import GRDB
import PluginKit
import PluginStore

extension LocalTime {
    /// `9:30 AM`, `上午9点30分`; when clocks go back, also which of the two.
    func spoken(_ language: SpokenLanguage) -> String {
        let time = Spoken.time(minute: minute, in: language)
        return switch (repetition, language) {
        case (nil, _): time
        case (.first, .english): time + ", before the clocks go back"
        case (.second, .english): time + ", after the clocks go back"
        case (.first, .chinese): time + "（时钟回拨前）"
        case (.second, .chinese): time + "（时钟回拨后）"
        }
    }
}

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
            "number": .string(number), "numberSpoken": .string(Spoken.digits(number, pauseAfter: 4)),
        ] + (visit?.fields(call) ?? [:])
    }
}
