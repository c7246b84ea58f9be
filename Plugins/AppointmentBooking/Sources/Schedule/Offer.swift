import CallControl
import GRDB
import PluginKit

/// A service at a place, and who offers it when.
struct Offer: Sendable {
    /// A member of staff and when.
    struct Provider: Sendable {
        let staff: Staff
        let schedule: Schedule
    }

    let service: Service
    let place: Place
    let zone: Zone
    /// Not empty.
    let providers: [Provider]

    /// nil when there is no such service, place or member of staff, or nobody there offers it.
    /// - Parameter staff: only this one; nil: whoever offers it.
    static func find(_ db: Database, service: String, place: String, staff: String?) throws -> Offer? {
        guard let service = try Service.find(db, service), let place = try Place.find(db, place),
            let zone = Zone(place.zone)
        else { return nil }
        let members = try Staff.all(db, at: place.place, for: service.service)
            .filter { staff == nil || $0.staff == staff }
        guard !members.isEmpty else { return nil }
        let hours = try WeeklyHours.all(db, at: place.place)
        let holidays = try Holiday.all(db, at: place.place)
        return Offer(
            service: service, place: place, zone: zone,
            providers: members.map { member in
                Provider(
                    staff: member,
                    schedule: Schedule(
                        zone: zone, hours: hours.filter { $0.staff == nil || $0.staff == member.staff },
                        holidays: holidays.filter { $0.staff == nil || $0.staff == member.staff }))
            })
    }

    /// What a slot belongs to; nil when it names what there is not.
    static func find(_ db: Database, of slot: Slot) throws -> Offer? {
        guard let place = try Staff.find(db, slot.staff)?.place else { return nil }
        return try find(db, service: slot.service, place: place, staff: slot.staff)
    }

    /// Whether the slot is one of those that there are, free or taken.
    func contains(_ slot: Slot) -> Bool {
        let day = zone.time(at: slot.starts).day
        return providers.contains {
            $0.staff.staff == slot.staff && $0.schedule.starts(on: day, of: service).contains(slot.starts)
        }
    }

    func slot(_ provider: Provider, at start: Int) -> Slot {
        Slot(service: service.service, staff: provider.staff.staff, starts: start)
    }

    /// The moment at which a slot ends.
    func end(of slot: Slot) -> Int { slot.starts + service.minutes * 60 }

    /// nil when the slot is with somebody who does not offer it.
    func visit(_ slot: Slot) -> Visit? {
        providers.first { $0.staff.staff == slot.staff }
            .map { Visit(slot: slot, service: service, place: place, zone: zone, staff: $0.staff) }
    }
}
