import CallControl
import PluginKit
import PluginStore

/// The example data: five tables in a folder, checked.
struct Seed {
    let places: [Place]
    let services: [Service]
    let staff: [Staff]
    /// The services of each member of staff, in the order of `staff`.
    let skills: [[String]]
    let hours: [WeeklyHours]
    let holidays: [Holiday]

    /// - Parameter today: the day from which `+4` and `-31` count.
    /// - Throws: a failure that names file, line and column.
    init(folder: String, today: CalendarDay) throws(PluginFailure) {
        let places = try Self.places(folder)
        let services = try Self.services(folder)
        var seen: Set<String> = []
        var skills: [[String]] = []
        let staff = try SeedFile("staff.csv", folder, ["staff", "place", "english", "chinese", "services"])
            .map { (line) throws(PluginFailure) in
                skills.append(
                    try line.words("services") { word in services.contains { $0.service == word } ? word : nil })
                return Staff(
                    staff: try line.newCode("staff", &seen),
                    place: try line.value("place") { code in places.contains { $0.place == code } ? code : nil },
                    english: try line.text("english"), chinese: try line.text("chinese"))
            }
        self.places = places
        self.services = services
        self.staff = staff
        self.skills = skills
        hours = try Self.hours(folder, staff, places)
        holidays = try Self.holidays(folder, today, staff, places)
    }

    private static func places(_ folder: String) throws(PluginFailure) -> [Place] {
        var seen: Set<String> = []
        return try SeedFile("places.csv", folder, ["place", "english", "chinese", "zone"])
            .map { (line) throws(PluginFailure) in
                Place(
                    place: try line.newCode("place", &seen), english: try line.text("english"),
                    chinese: try line.text("chinese"), zone: try line.value("zone") { Zone($0) == nil ? nil : $0 })
            }
    }

    private static func services(_ folder: String) throws(PluginFailure) -> [Service] {
        var seen: Set<String> = []
        return try SeedFile("services.csv", folder, ["service", "english", "chinese", "minutes", "step", "capacity"])
            .map { (line) throws(PluginFailure) in
                let minutes = try line.number("minutes", in: 1...Service.longestMinutes)
                return Service(
                    service: try line.newCode("service", &seen), english: try line.text("english"),
                    chinese: try line.text("chinese"), minutes: minutes,
                    step: try line.number("step", in: 1...Service.longestMinutes, empty: minutes),
                    capacity: try line.number("capacity", in: 1...10_000, empty: 1))
            }
    }

    private static func hours(
        _ folder: String, _ staff: [Staff], _ places: [Place]
    ) throws(PluginFailure) -> [WeeklyHours] {
        try SeedFile("hours.csv", folder, ["place", "staff", "kind", "days", "from", "to"])
            .map { (line) throws(PluginFailure) -> [WeeklyHours] in
                let place = try line.value("place") { code in places.contains { $0.place == code } ? code : nil }
                let member = try line.optional("staff") { code in
                    staff.contains { $0.staff == code && $0.place == place } ? code : nil
                }
                let kind = try line.value("kind", WeeklyHours.Kind.init(rawValue:))
                let opens = try line.value("from", SeedLine.minute)
                let closes = try line.value("to") { SeedLine.minute($0).flatMap { $0 > opens ? $0 : nil } }
                return try line.weekdays("days").map {
                    WeeklyHours(place: place, staff: member, kind: kind, weekday: $0, opens: opens, closes: closes)
                }
            }
            .flatMap(\.self)
    }

    private static func holidays(
        _ folder: String, _ today: CalendarDay, _ staff: [Staff], _ places: [Place]
    ) throws(PluginFailure) -> [Holiday] {
        try SeedFile("holidays.csv", folder, ["place", "staff", "first", "last", "english", "chinese"])
            .map { (line) throws(PluginFailure) in
                let place = try line.optional("place") { code in places.contains { $0.place == code } ? code : nil }
                let first = try line.day("first", today)
                let last = line["last"].isEmpty ? first : try line.day("last", today)
                return Holiday(
                    place: place,
                    staff: try line.optional("staff") { code in
                        staff.contains { $0.staff == code && $0.place == place } ? code : nil
                    },
                    first: first, last: try line.value("last") { _ in last < first ? nil : last },
                    english: try line.text("english"), chinese: try line.text("chinese"))
            }
    }
}
