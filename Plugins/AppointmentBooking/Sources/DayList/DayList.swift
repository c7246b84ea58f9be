import CallControl
import GRDB
import PluginKit
import PluginStore

/// The appointments of a place on a day, in order.
struct DayList {
    enum Format: String {
        case csv, ics

        var mediaType: String {
            switch self {
            case .csv: "text/csv; charset=utf-8"
            case .ics: "text/calendar; charset=utf-8"
            }
        }
    }

    struct Entry {
        let appointment: Appointment
        let visit: Visit
    }

    let zone: Zone
    let entries: [Entry]

    init(_ db: Database, of place: Place, _ zone: Zone, on day: CalendarDay) throws {
        self.zone = zone
        let span = zone.moment(day, minute: 0)..<zone.moment(day, minute: 1440)
        entries = try Appointment.booked(db, at: place.place, in: span).compactMap { appointment in
            try Visit.find(db, of: appointment.slot).map { Entry(appointment: appointment, visit: $0) }
        }
    }

    /// nil when there is nothing to say in that format: a calendar has at least one entry (RFC 5545, section 3.6).
    func text(_ format: Format, _ call: MethodCall) -> String? {
        switch format {
        case .csv: csv(call.language)
        case .ics: entries.isEmpty ? nil : calendar(call)
        }
    }
}
