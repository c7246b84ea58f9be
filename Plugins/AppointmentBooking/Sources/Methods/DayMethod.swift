import CallControl
import GRDB
import PluginKit
import PluginManifests
import PluginStore

/// The day's list of a place, to hand to those who work there. It names callers: no flow reads it out.
enum DayMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "day", "The appointments of a place on a day, as a file",
        [
            .place,
            .init(
                "date", .string, required: false,
                summary: "YYYYMMDD, MMDD (the next such day) or YYYY-MM-DD; today, if not given"),
            .init("format", .string, required: false, summary: "csv, or ics for iCalendar; csv, if not given"),
            .language,
        ],
        [
            .outcome, .count, .init("date", .date, summary: "the day"),
            .init("mediaType", .string, summary: "of the file"), .init("text", .string, summary: "the file"),
        ])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let code = try call.read.string("place")
        guard let format = DayList.Format(rawValue: call.read.optionalString("format") ?? "csv") else {
            throw PluginFailure(PluginFailure.badparameter, "the parameter 'format' is neither csv nor ics")
        }
        return try await call.store.read(call.context) { db in
            guard let place = try Place.find(db, code), let zone = Zone(place.zone) else {
                return .outcome("notFound")
            }
            let today = zone.time(at: call.now).day
            guard let day = call.read.optionalString("date").map({ CalendarDay(keyed: $0, from: today) }) ?? today
            else { return .outcome("badDate") }
            let list = try DayList(db, of: place, zone, on: day)
            let text = list.text(format, call)
            return .outcome(list.entries.isEmpty ? "none" : "found") + [
                "count": .number(Double(list.entries.count)), "date": .string(day.iso),
            ] + (text.map { ["mediaType": .string(format.mediaType), "text": .string($0)] } ?? [:])
        }
    }
}
