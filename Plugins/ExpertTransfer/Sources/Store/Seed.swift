import CallControl
import PluginKit
import PluginStore

/// The example data: nine tables in a folder, checked.
struct Seed {
    let groups: [Group]
    let lines: [Line]
    let hours: [(line: String, window: WeeklyWindow)]
    let holidays: [Holiday]
    let experts: [SeedExpert]
    let duty: [(expert: String, window: WeeklyWindow)]
    let matrix: [SeedCell]
    let customers: [SeedCustomer]
    let contacts: [SeedContact]

    /// - Parameter today: the day from which `+4` and `-31` count.
    /// - Throws: a failure that names file, line and column.
    init(folder: String, today: CalendarDay) throws(PluginFailure) {
        groups = try Self.groups(folder)
        let groupCodes = Set(groups.map(\.group))
        lines = try Self.lines(folder, groupCodes)
        let lineCodes = Set(lines.map(\.line))
        hours = try Self.hours(folder, lineCodes)
        holidays = try Self.holidays(folder, today, lineCodes)
        experts = try SeedExpert.all(folder, groupCodes)
        duty = try Self.duty(folder, today, Set(experts.map(\.expert)))
        matrix = try SeedCell.all(folder, groupCodes)
        customers = try SeedCustomer.all(folder)
        contacts = try SeedContact.all(folder, lineCodes)
    }

    private static func groups(_ folder: String) throws(PluginFailure) -> [Group] {
        var seen: Set<String> = []
        let groups = try SeedFile("groups.csv", folder, ["group", "english", "chinese", "overflow"])
            .map { (line) throws(PluginFailure) in
                (
                    line,
                    Group(
                        group: try line.newCode("group", &seen), english: try line.text("english"),
                        chinese: try line.text("chinese"), overflow: line["overflow"].isEmpty ? nil : line["overflow"])
                )
            }
        for (line, group) in groups {
            _ = try line.optional("overflow") { seen.contains($0) && $0 != group.group ? $0 : nil }
        }
        return groups.map(\.1)
    }

    private static func lines(_ folder: String, _ groups: Set<String>) throws(PluginFailure) -> [Line] {
        var seen: Set<String> = []
        return try SeedFile("lines.csv", folder, ["line", "english", "chinese", "zone", "group"])
            .map { (line) throws(PluginFailure) in
                Line(
                    line: try line.newCode("line", &seen), english: try line.text("english"),
                    chinese: try line.text("chinese"), zone: try line.zone("zone"),
                    group: try line.code("group", of: groups))
            }
    }

    private static func hours(
        _ folder: String, _ lines: Set<String>
    ) throws(PluginFailure) -> [(line: String, window: WeeklyWindow)] {
        try SeedFile("hours.csv", folder, ["line", "days", "from", "to"])
            .map { (line) throws(PluginFailure) in
                let code = try line.code("line", of: lines)
                let (begins, ends) = try line.times()
                return try line.weekdays("days").map {
                    (line: code, window: WeeklyWindow(weekday: $0, begins: begins, ends: ends))
                }
            }
            .flatMap(\.self)
    }

    private static func holidays(
        _ folder: String, _ today: CalendarDay, _ lines: Set<String>
    ) throws(PluginFailure) -> [Holiday] {
        try SeedFile("holidays.csv", folder, ["line", "first", "last", "from", "to", "english", "chinese"])
            .map { (line) throws(PluginFailure) in
                let first = try line.day("first", today)
                let last = line["last"].isEmpty ? first : try line.day("last", today)
                let times = line["from"].isEmpty && line["to"].isEmpty ? nil : try line.times()
                return Holiday(
                    line: try line.optional("line") { lines.contains($0) ? $0 : nil }, first: first,
                    last: try line.value("last") { _ in last < first ? nil : last }, begins: times?.begins,
                    ends: times?.ends, english: try line.text("english"), chinese: try line.text("chinese"))
            }
    }

    private static func duty(
        _ folder: String, _ today: CalendarDay, _ experts: Set<String>
    ) throws(PluginFailure) -> [(expert: String, window: WeeklyWindow)] {
        try SeedFile("duty.csv", folder, ["expert", "days", "first", "last", "from", "to"])
            .map { (line) throws(PluginFailure) in
                let expert = try line.code("expert", of: experts)
                let first = line["first"].isEmpty ? nil : try line.day("first", today)
                let last = line["last"].isEmpty ? nil : try line.day("last", today)
                if let first, let last { _ = try line.value("last") { _ in last < first ? nil : last } }
                let (begins, ends) = try line.times()
                return try line.weekdays("days").map {
                    (
                        expert: expert,
                        window: WeeklyWindow(weekday: $0, begins: begins, ends: ends, first: first, last: last)
                    )
                }
            }
            .flatMap(\.self)
    }
}
