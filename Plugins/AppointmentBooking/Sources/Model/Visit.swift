import GRDB
import PluginKit

/// A slot with all that its codes stand for.
struct Visit: Sendable {
    let slot: Slot
    let service: Service
    let place: Place
    let zone: Zone
    let staff: Staff

    /// Also when the member of staff does not offer the service any more; nil when there is no such thing at all.
    static func find(_ db: Database, of slot: Slot) throws -> Visit? {
        guard let service = try Service.find(db, slot.service), let staff = try Staff.find(db, slot.staff),
            let place = try Place.find(db, staff.place), let zone = Zone(place.zone)
        else { return nil }
        return Visit(slot: slot, service: service, place: place, zone: zone, staff: staff)
    }
}
