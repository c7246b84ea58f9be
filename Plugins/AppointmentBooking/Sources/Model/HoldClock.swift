import CallControl
import GRDB
import PluginKit

/// The moment at which holds are looked at, in milliseconds since 1970, and so which of them count.
struct HoldClock: Sendable {
    let now: Int

    init(_ context: PluginContext) { now = context.now.epochMilliseconds }

    /// The longest time that holds can be set to last.
    static let longestSeconds = 900

    /// Whether a hold that ends then counts. One that would end long after it can have been made is of a call on
    /// another clock (the virtual one begins in 2000, and clocks are put back): nothing is held for ever by it.
    static let condition = "(state <> 'held' OR expires > :now AND expires <= :latest)"

    var arguments: StatementArguments { ["now": now, "latest": now + 2 * Self.longestSeconds * 1000] }

    /// Gives free what is held no longer.
    func sweep(_ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM appointments WHERE state = 'held' AND (expires <= :now OR expires > :latest)",
            arguments: arguments)
    }
}
