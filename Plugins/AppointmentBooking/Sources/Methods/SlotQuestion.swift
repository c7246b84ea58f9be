import CallControl
import GRDB
import PluginKit
import PluginManifests
import PluginStore

/// What a caller asks who looks for a free slot.
struct SlotQuestion: Sendable {
    private let service: String
    private let place: String
    private let staff: String?
    private let date: String?
    private let days: Int?
    private let after: Slot?
    private let call: MethodCall

    static let parameters: [PluginManifest.Parameter] = [
        .service, .place,
        .init("staff", .string, required: false, summary: "code of a member of staff; whoever is free, if not given"),
        // A string: a day that there is not is the caller's mistake, which is told by the outcome.
        .init(
            "date", .string, required: false,
            summary: "first day: YYYYMMDD, MMDD (the next such day) or YYYY-MM-DD; today, if not given"),
        .init("days", .integer, required: false, summary: "how many days from then on; all, if not given"),
        .init("after", .string, required: false, summary: "a slot: only later ones are looked for"),
        .language,
    ]

    /// What the answer tells of the day asked for.
    static let results: [PluginManifest.Result] = [
        .outcome, .init("askedDate", .date, summary: "the first day"),
        .init("askedDateSpoken", .string, summary: "that day as it is said"),
        .init("askedState", .string, summary: "of that day: free, full or closed"),
        .init("askedHoliday", .string, summary: "which holiday it is"),
        .init("latestDate", .date, summary: "the last day that can be had"),
        .init("latestDateSpoken", .string, summary: "that day as it is said"),
    ]

    init(_ call: MethodCall) throws {
        service = try call.read.string("service")
        place = try call.read.string("place")
        staff = call.read.optionalString("staff")
        date = call.read.optionalString("date")
        days = call.read.optionalInteger("days")
        after = call.read.optionalString("after").flatMap { Slot($0) }
        self.call = call
    }

    /// - Parameter found: what the answer tells of the slots; there is at least one.
    func answer(limit: Int, _ found: @escaping @Sendable ([Visit]) -> JSONValue) async throws -> JSONValue {
        try await call.store.read(call.context) { db in
            guard let offer = try Offer.find(db, service: service, place: place, staff: staff) else {
                return .outcome("notFound")
            }
            let today = offer.zone.time(at: call.now).day
            let latest = call.lastDay(from: today)
            let limits: JSONValue = [
                "latestDate": .string(latest.iso),
                "latestDateSpoken": .string(Spoken.day(latest, today: today, in: call.language)),
            ]
            guard let asked = date.map({ CalendarDay(keyed: $0, from: today) }) ?? today else {
                return .outcome("badDate") + limits
            }
            if asked < today { return .outcome("past") + limits }
            if asked > latest { return .outcome("tooLate") + limits }
            let last = min(latest, asked.adding(days: min(max(days ?? .max, 1), 10_000) - 1))
            let search = try search(db, offer, asked...last)
            let slots = search.slots(in: asked...last, after: after?.starts, limit: limit)
            let about = fields(asked, today, offer, search)
            if slots.isEmpty { return .outcome(search.isClosed(asked...last) ? "closed" : "none") + about }
            return .outcome("found") + about + found(slots.compactMap(offer.visit))
        }
    }

    private func search(_ db: Database, _ offer: Offer, _ days: ClosedRange<CalendarDay>) throws -> SlotSearch {
        let span = offer.zone.moment(days.lowerBound, minute: 0)..<offer.zone.moment(days.upperBound, minute: 2880)
        return SlotSearch(
            offer: offer,
            occupancy: try Occupancy.load(db, of: offer, in: span, now: HoldClock(call.context)),
            earliest: call.earliest)
    }

    private func fields(
        _ day: CalendarDay, _ today: CalendarDay, _ offer: Offer, _ search: SlotSearch
    ) -> JSONValue {
        let language = call.language
        var fields: JSONValue = [
            "askedDate": .string(day.iso),
            "askedDateSpoken": .string(Spoken.day(day, today: today, in: language)),
            "askedState": .string(search.state(of: day).rawValue),
        ]
        let holidays = offer.providers.map { $0.schedule.holiday(on: day) }
        if let holiday = holidays.first ?? nil, holidays.allSatisfy({ $0 != nil }) {
            fields = fields + ["askedHoliday": .string(holiday.name(language))]
        }
        return fields
    }
}
