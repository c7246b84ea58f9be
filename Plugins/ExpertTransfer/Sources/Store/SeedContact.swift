import PluginKit
import PluginStore

/// One of the contact plan of a line, in the example data.
struct SeedContact: Sendable {
    let line, english, chinese, language, number: String
    let ring: Int?
    var hours: [WeeklyWindow]

    /// Several lines with the same number are one contact with several hours.
    static func all(_ folder: String, _ lines: Set<String>) throws(PluginFailure) -> [SeedContact] {
        let columns = ["line", "english", "chinese", "language", "number", "ring", "days", "from", "to"]
        let read = try SeedFile("contacts.csv", folder, columns).map { (line) throws(PluginFailure) in
            let (begins, ends) = try line.times()
            return SeedContact(
                line: try line.code("line", of: lines), english: try line.text("english"),
                chinese: try line.text("chinese"), language: try line.text("language"),
                number: try line.destination("number"), ring: try line.ring(),
                hours: try line.weekdaysAndHolidays("days").map {
                    WeeklyWindow(weekday: $0, begins: begins, ends: ends)
                })
        }
        var contacts: [SeedContact] = []
        for contact in read {
            if let known = contacts.firstIndex(where: { $0.line == contact.line && $0.number == contact.number }) {
                contacts[known].hours += contact.hours
            } else {
                contacts.append(contact)
            }
        }
        return contacts
    }
}
