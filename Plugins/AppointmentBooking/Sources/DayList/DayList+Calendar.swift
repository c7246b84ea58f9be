import CallControl
import PluginKit
import PluginStore

extension DayList {
    /// A calendar (RFC 5545) with times in UTC, which every calendar shows in its reader's zone.
    func calendar(_ call: MethodCall) -> String {
        var calendar = CalendarText()
        calendar.add("BEGIN", "VCALENDAR")
        calendar.add("VERSION", "2.0")
        calendar.add("PRODID", "-//Dialtone//AppointmentBooking//EN")
        calendar.add("METHOD", "PUBLISH")
        for entry in entries { add(entry, to: &calendar, call) }
        calendar.add("END", "VCALENDAR")
        return calendar.text
    }

    private func add(_ entry: Entry, to calendar: inout CalendarText, _ call: MethodCall) {
        let (appointment, visit) = (entry.appointment, entry.visit)
        let language = call.language
        let number = appointment.number ?? ""
        let service = language.choose(visit.service.english, visit.service.chinese)
        let staff = language.choose(visit.staff.english, visit.staff.chinese)
        let whose = [number, appointment.phone, appointment.customer].compactMap(\.self).joined(separator: "\n")
        calendar.add("BEGIN", "VEVENT")
        // A number is given once, and moving keeps it.
        calendar.add("UID", "\(number)-\(appointment.bookedAt ?? 0)@appointments.dialtone")
        calendar.add("DTSTAMP", CalendarText.time(call.now))
        calendar.add("SEQUENCE", String(appointment.moves))
        calendar.add("DTSTART", CalendarText.time(appointment.starts))
        calendar.add("DTEND", CalendarText.time(appointment.ends))
        calendar.add("SUMMARY", CalendarText.escaped("\(service), \(staff)"))
        calendar.add("LOCATION", CalendarText.escaped(language.choose(visit.place.english, visit.place.chinese)))
        calendar.add("DESCRIPTION", CalendarText.escaped(whose))
        calendar.add("STATUS", "CONFIRMED")
        calendar.add("END", "VEVENT")
    }
}
