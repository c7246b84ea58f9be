import GRDB

/// What is taken, by appointments and by holds that count.
struct Occupancy: Sendable {
    private let byStaff: [String: [Appointment]]

    /// What is taken from one moment to another.
    static func load(_ db: Database, of offer: Offer, in span: Range<Int>, now: HoldClock) throws -> Occupancy {
        var byStaff: [String: [Appointment]] = [:]
        for provider in offer.providers {
            let staff = provider.staff.staff
            byStaff[staff] = try Appointment.taken(db, staff: staff, in: span, now: now)
        }
        return Occupancy(byStaff: byStaff)
    }

    /// How many more can have a slot. Callers share one only where they come for the same service at the same time.
    func seats(_ slot: Slot, until end: Int, of service: Service) -> Int {
        let taken = byStaff[slot.staff] ?? []
        let first = Self.firstIndex(of: taken, after: slot.starts - Service.longestMinutes * 60)
        return Self.seats(slot, until: end, of: service, taken: taken[first...].prefix { $0.starts < end })
    }

    static func seats(
        _ slot: Slot, until end: Int, of service: Service, taken: some Sequence<Appointment>
    ) -> Int {
        let others = taken.filter { $0.starts < end && $0.ends > slot.starts }
        guard others.allSatisfy({ $0.service == slot.service && $0.starts == slot.starts }) else { return 0 }
        return max(0, service.capacity - others.count)
    }

    /// The place of the first that begins after a moment, of appointments in order.
    private static func firstIndex(of taken: [Appointment], after moment: Int) -> Int {
        var (low, high) = (0, taken.count)
        while low < high {
            let middle = (low + high) / 2
            if taken[middle].starts > moment { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
