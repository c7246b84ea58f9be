import CallControl

/// Looks for free slots day by day.
struct SlotSearch {
    /// What a day has to offer.
    enum DayState: String {
        /// At least one slot is free.
        case free
        /// There are slots, all taken.
        case full
        /// Nobody is there, or no longer.
        case closed
    }

    let offer: Offer
    let occupancy: Occupancy
    /// Slots that begin earlier are not offered.
    let earliest: Int

    /// The first free slots, of several that begin at once only one.
    /// - Parameter after: only slots that begin later.
    func slots(in days: ClosedRange<CalendarDay>, after: Int?, limit: Int) -> [Slot] {
        var found: [Slot] = []
        var day = days.lowerBound
        while found.count < limit, day <= days.upperBound {
            found += free(on: day).filter { $0.starts > after ?? .min }
            day = day.adding(days: 1)
        }
        return Array(found.prefix(limit))
    }

    func state(of day: CalendarDay) -> DayState {
        if !free(on: day).isEmpty { return .free }
        return all(on: day).isEmpty ? .closed : .full
    }

    /// Whether nobody is there on any of the days.
    func isClosed(_ days: ClosedRange<CalendarDay>) -> Bool {
        var day = days.lowerBound
        while day <= days.upperBound {
            if !all(on: day).isEmpty { return false }
            day = day.adding(days: 1)
        }
        return true
    }

    private func free(on day: CalendarDay) -> [Slot] {
        var starts: Set<Int> = []
        return all(on: day)
            .filter { occupancy.seats($0, until: offer.end(of: $0), of: offer.service) > 0 }
            .filter { starts.insert($0.starts).inserted }
            .sorted { $0.starts < $1.starts }
    }

    private func all(on day: CalendarDay) -> [Slot] {
        offer.providers.flatMap { provider in
            provider.schedule.starts(on: day, of: offer.service)
                .filter { $0 >= earliest }
                .map { offer.slot(provider, at: $0) }
        }
    }
}
