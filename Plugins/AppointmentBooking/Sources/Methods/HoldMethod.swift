import CallControl
import Foundation
import GRDB
import PluginKit
import PluginManifests
import PluginStore

/// Holds a slot while the caller decides. A call holds one slot at most: what it held before is given free.
///
/// What is asked twice in one invocation finds its hold made, so it needs no record of answers; a record would also be
/// believed when the hold is long gone.
enum HoldMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "hold", "Holds a free slot for this call, for a short time; asked again, for longer",
        [.init("slot", .string, summary: "as free and next give it"), .language],
        [
            .outcome, .init("hold", .string, summary: "what confirm and move ask for"),
            .init("holdSeconds", .integer, summary: "how long it is held"),
        ] + PluginManifest.Result.slot)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        guard let slot = Slot(try call.read.string("slot")) else { return .outcome("notFound") }
        return try await call.store.write(call.context) { db in
            let clock = HoldClock(call.context)
            try clock.sweep(db)
            guard let offer = try Offer.find(db, of: slot), let visit = offer.visit(slot) else {
                return .outcome("notFound")
            }
            let fields = visit.fields(call)
            if slot.starts < call.earliest { return .outcome("past") + fields }
            let latest = call.lastDay(from: offer.zone.time(at: call.now).day)
            guard offer.contains(slot), offer.zone.time(at: slot.starts).day <= latest else {
                return .outcome("closed") + fields
            }
            guard let hold = try hold(db, slot, offer, call, clock) else { return .outcome("taken") + fields }
            return .outcome("held") + [
                "hold": .string(hold), "holdSeconds": .number(Double(call.settings.holdSeconds)),
            ] + fields
        }
    }

    /// nil when somebody else has the slot; then the call keeps what it held before.
    private static func hold(
        _ db: Database, _ slot: Slot, _ offer: Offer, _ call: MethodCall, _ clock: HoldClock
    ) throws -> String? {
        let session = call.context.session
        let expires = clock.now + call.settings.holdSeconds * 1000
        let own = try Appointment.held(db, in: session)
        if let own, own.slot == slot {
            try own.extend(db, to: expires)
            return own.hold
        }
        let end = offer.end(of: slot)
        let others = try Appointment.taken(db, staff: slot.staff, in: slot.starts..<end, now: clock)
            .filter { $0.id != own?.id }
        guard Occupancy.seats(slot, until: end, of: offer.service, taken: others) > 0 else { return nil }
        try Appointment.release(db, heldIn: session)
        let token = Derived.bytes("hold", slot.id, call.context).base64EncodedString()
        try Appointment.insert(db, held: slot, until: end, token: token, session: session, expires: expires)
        return token
    }
}
