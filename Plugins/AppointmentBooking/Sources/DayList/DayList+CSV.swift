import CallControl
import PluginKit

extension DayList {
    /// Comma-separated values (RFC 4180) with a header line; times are the place's own.
    func csv(_ language: SpokenLanguage) -> String {
        let header = [
            "number", "date", "start", "end", "service", "serviceName", "staff", "staffName", "place", "placeName",
            "phone", "customer",
        ]
        let lines = entries.map { entry in
            let (appointment, visit) = (entry.appointment, entry.visit)
            let (start, end) = (zone.time(at: appointment.starts), zone.time(at: appointment.ends))
            return [
                appointment.number ?? "", start.day.iso, start.hoursAndMinutes, end.hoursAndMinutes,
                visit.service.service, language.choose(visit.service.english, visit.service.chinese),
                visit.staff.staff, language.choose(visit.staff.english, visit.staff.chinese),
                visit.place.place, language.choose(visit.place.english, visit.place.chinese),
                appointment.phone ?? "", appointment.customer ?? "",
            ]
        }
        return ([header] + lines).map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
