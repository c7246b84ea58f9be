import CallControl
import PluginKit

/// When a member of staff sees callers: opening hours of the place, of them the member's own if there are any, without
/// breaks and holidays.
struct Schedule: Sendable {
    let zone: Zone
    private let hours: [WeeklyHours]
    private let holidays: [Holiday]

    /// - Parameter hours: of the place, and of this member of staff; `holidays` alike.
    init(zone: Zone, hours: [WeeklyHours], holidays: [Holiday]) {
        self.zone = zone
        self.hours = hours
        self.holidays = holidays
    }

    /// The holiday that a day is.
    func holiday(on day: CalendarDay) -> Holiday? { holidays.first { ($0.first...$0.last).contains(day) } }

    /// The moments at which a service can begin on a day. Each stretch between breaks begins anew.
    func starts(on day: CalendarDay, of service: Service) -> [Int] {
        let length = service.minutes * 60
        return spans(on: day).ranges.flatMap { range in
            Array(stride(from: range.lowerBound, through: range.upperBound - length, by: service.step * 60))
        }
    }

    func spans(on day: CalendarDay) -> Spans {
        if holiday(on: day) != nil { return Spans([]) }
        var open = spans(.open, on: day) { $0.staff == nil }
        if hours.contains(where: { $0.staff != nil && $0.kind == .open }) {
            open = open.intersection(spans(.open, on: day) { $0.staff != nil })
        }
        return open.subtracting(spans(.break, on: day) { _ in true })
    }

    private func spans(
        _ kind: WeeklyHours.Kind, on day: CalendarDay, _ isMeant: (WeeklyHours) -> Bool
    ) -> Spans {
        Spans(
            hours.filter { $0.kind == kind && $0.weekday == day.weekday && isMeant($0) }.map {
                zone.moment(day, minute: $0.opens)..<zone.moment(day, minute: $0.closes)
            })
    }
}
