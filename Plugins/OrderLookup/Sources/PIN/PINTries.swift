import CallControl
import GRDB

/// The wrong PINs given for a customer number since the last right one.
struct PINTries: Decodable, FetchableRecord {
    enum Outcome: Equatable {
        case verified
        case wrong(triesLeft: Int)
        case locked(minutes: Int)
    }

    private let customer: String
    private var failed: Int
    private var lastFailed: Int
    private var lockedUntil: Int?

    /// Counts a try and says what comes of it.
    static func count(
        _ db: Database, customer: String, isRight: Bool, now: WallClockTime, _ settings: Settings
    ) throws -> Outcome {
        let now = now.epochMilliseconds
        var tries =
            try fetchOne(db, sql: "SELECT * FROM pinTries WHERE customer = ?", arguments: [customer])
            ?? PINTries(customer: customer, failed: 0, lastFailed: now, lockedUntil: nil)
        if let minutes = tries.lockedMinutes(now, settings) { return .locked(minutes: minutes) }
        if isRight {
            try db.execute(sql: "DELETE FROM pinTries WHERE customer = ?", arguments: [customer])
            return .verified
        }
        tries.fail(now, settings)
        try tries.save(db)
        // Numbers that were tried and left alone do not pile up.
        try db.execute(sql: "DELETE FROM pinTries WHERE lastFailed < ?", arguments: [now - day])
        if let minutes = tries.lockedMinutes(now, settings) { return .locked(minutes: minutes) }
        return .wrong(triesLeft: settings.pinTries - tries.failed)
    }

    private mutating func fail(_ now: Int, _ settings: Settings) {
        failed += 1
        lastFailed = now
        lockedUntil = nil
        if failed >= settings.pinTries {
            failed = 0
            lockedUntil = now + settings.pinLockMinutes * 60_000
        }
    }

    /// A lock that would end long after it can have been made is of a call on another clock (the virtual one begins in
    /// 2000), and counts for calls on that clock only.
    private func lockedMinutes(_ now: Int, _ settings: Settings) -> Int? {
        guard let lockedUntil else { return nil }
        let left = lockedUntil - now
        guard left > 0, left <= settings.pinLockMinutes * 60_000 + Self.day else { return nil }
        return (left + 59_999) / 60_000
    }

    private func save(_ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO pinTries (customer, failed, lastFailed, lockedUntil) VALUES (?, ?, ?, ?)",
            arguments: [customer, failed, lastFailed, lockedUntil])
    }

    private static let day = 86_400_000
}
