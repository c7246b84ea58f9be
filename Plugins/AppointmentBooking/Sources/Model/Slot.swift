import CallControl

/// A time with a member of staff at which a service can begin.
struct Slot: Hashable, Sendable {
    let service: String
    let staff: String
    /// Seconds since 1970.
    let starts: Int

    init(service: String, staff: String, starts: Int) {
        self.service = service
        self.staff = staff
        self.starts = starts
    }

    /// As a flow passes it on: `checkup.berg.2026-01-05T08:00:00Z`; nil for anything else.
    init?(_ id: String) {
        let parts = id.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let time = WallClockTime(rfc3339: String(parts[2])) else { return nil }
        self.init(service: String(parts[0]), staff: String(parts[1]), starts: time.epochMilliseconds / 1000)
    }

    var id: String { "\(service).\(staff).\(WallClockTime(epochMilliseconds: starts * 1000).rfc3339)" }
}
