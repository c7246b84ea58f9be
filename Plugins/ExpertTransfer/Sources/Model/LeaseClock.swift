import CallControl
import GRDB
import PluginKit

/// The moment at which leases are looked at, in milliseconds since 1970, and so which of them count.
struct LeaseClock: Sendable {
    let now: Int

    init(_ context: PluginContext) { now = context.now.epochMilliseconds }

    /// How long a talk can be let last.
    static let talkSeconds = 60...14_400
    /// What a lease is longer than the ringing and the talk.
    private static let marginSeconds = 15
    private static let longest = (Ringing.seconds.upperBound + talkSeconds.upperBound + marginSeconds) * 1000

    /// When a lease ends that begins now.
    func end(ringing: Int, talking: Int) -> Int { now + (ringing + talking + Self.marginSeconds) * 1000 }

    /// Ends the leases that are over, and those that end later than any can: they are of a call on another clock (the
    /// virtual one begins in 2000, and clocks are put back), and nobody stays busy by one.
    func sweep(_ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM claims WHERE expires <= ? OR expires > ?", arguments: [now, now + 2 * Self.longest])
    }

    /// The numbers whose leases count.
    func claimed(_ db: Database) throws -> Set<String> {
        try String.fetchSet(
            db, sql: "SELECT number FROM claims WHERE expires > ? AND expires <= ?",
            arguments: [now, now + 2 * Self.longest])
    }
}
