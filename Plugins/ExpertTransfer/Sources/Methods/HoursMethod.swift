import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Whether a line is open, and when.
enum HoursMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "hours", "Whether a line is open now, its hours, and when it opens next",
        [.line, .language],
        [
            .outcome, .init("lineName", .string, summary: "the line's name"),
            .init("hoursSpoken", .string, summary: "the hours of the week as they are said"),
            .init("holiday", .string, summary: "which holiday today is"),
            .init("closes", .string, summary: "when these hours end, RFC 3339"),
            .init("closesSpoken", .string, summary: "when these hours end, as it is said"),
        ] + PluginManifest.Result.opening)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let code = try call.read.string("line")
        return try await call.store.read(call.context) { db in
            guard let line = try Line.find(db, code) else { return .outcome("notFound") }
            let schedule = try line.schedule(db)
            let language = call.language
            var fields: JSONValue = ["lineName": .string(line.name(language))]
            let week = schedule.spokenWeek(language)
            if !week.isEmpty { fields = fields + ["hoursSpoken": .string(week)] }
            if let holiday = schedule.holiday(on: schedule.zone.time(at: call.now).day) {
                fields = fields + ["holiday": .string(holiday.name(language))]
            }
            let opening = call.fields("opens", schedule.opening(after: call.now), schedule.zone)
            guard schedule.isOpen(at: call.now) else { return .outcome("closed") + fields + opening }
            guard let closes = schedule.closing(at: call.now) else { return .outcome("open") + fields + opening }
            let closing = Moment(seconds: closes, zone: schedule.zone)
            return .outcome("open") + fields + [
                "closes": .string(closing.rfc3339), "closesSpoken": .string(closing.spokenEnd(now: call.now, language)),
            ] + opening
        }
    }
}
