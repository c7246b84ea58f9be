import GRDB

/// What experts and their calls bring about. Moments are milliseconds since 1970.
extension Expert {
    func set(_ db: Database, _ presence: Presence, until: Int?) throws {
        // Who says to be present need not be left in peace any longer.
        try db.execute(
            sql: """
                UPDATE experts SET presence = ?1, until = ?2,
                    restsUntil = CASE ?1 WHEN 'present' THEN 0 ELSE restsUntil END
                WHERE expert = ?3
                """, arguments: [presence.rawValue, until, code])
    }

    /// A try has ended.
    static func end(_ db: Database, _ code: String, at now: Int, restsUntil: Int?) throws {
        try db.execute(
            sql: "UPDATE experts SET idleSince = ?, restsUntil = ? WHERE expert = ?",
            arguments: [now, restsUntil ?? 0, code])
    }
}
