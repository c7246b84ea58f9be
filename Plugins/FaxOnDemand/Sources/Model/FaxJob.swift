import CallControl
import GRDB
import PluginKit

/// A fax in the queue. Moments are milliseconds since 1970.
struct FaxJob: Decodable, FetchableRecord, Sendable {
    enum State: String, Codable, CaseIterable, Sendable {
        /// Not begun.
        case waiting
        /// An attempt was in vain; the next is due.
        case retrying
        /// An attempt has begun.
        case sending
        case sent, failed, cancelled

        var isOver: Bool { self == .sent || self == .failed || self == .cancelled }
    }

    let id: Int
    /// The job number.
    let job: String
    let state: State
    /// International.
    let number: String
    /// The numbers of the documents, with spaces between.
    let documents: String
    /// Whether the cover page is in Chinese.
    let isChinese: Bool
    let resolution: Resolution
    /// With the cover page.
    let pages: Int
    /// When it was ordered.
    let ordered: Int
    /// When something is to be done next.
    let due: Int
    /// When the state began.
    let since: Int
    /// How often the number was dialled.
    let attempts: Int
    let cause: Cause?
    /// What the cause was in particular, for staff.
    let trouble: String?
    /// Tells this fax from every other one of every store.
    let key: String
    /// Which lease of this fax it is. Who has an older one has lost it.
    let lease: Int
    /// Until when it is leased; 0: it is free.
    let leasedUntil: Int
    /// The name under which the present attempt may have been handed over; nil before that can be.
    let tag: String?
    /// Its name at the fax server, once it was handed over there.
    let remote: String?

    var documentNumbers: [String] { documents.split(separator: " ").map(String.init) }
    var language: SpokenLanguage { isChinese ? .chinese : .english }

    /// Whether nobody works it and nothing of it can have gone out.
    func mayCancel(at moment: Int) -> Bool {
        (state == .waiting || state == .retrying) && tag == nil && !isLeased(at: moment)
    }

    /// A lease that would end later than any can last was made by another clock, and does not count.
    func isLeased(at moment: Int) -> Bool { leasedUntil > moment && leasedUntil <= moment + 2 * Self.leaseTime }

    /// Longer than any `work` takes.
    static let leaseTime = 300_000

    static func find(_ db: Database, job: String) throws -> FaxJob? {
        try fetchOne(db, sql: "SELECT * FROM jobs WHERE job = ?", arguments: [job])
    }

    /// The very same fax, if it still waits to be sent.
    static func find(_ db: Database, same order: FaxOrder) throws -> FaxJob? {
        try fetchOne(
            db,
            sql: """
                SELECT * FROM jobs
                WHERE number = ? AND documents = ? AND resolution = ? AND isChinese = ?
                    AND state IN ('waiting', 'retrying')
                """,
            arguments: [order.number, order.documentNumbers, order.resolution.rawValue, order.isChinese])
    }

    /// How many were ordered since then, to a number or by a caller.
    static func count(_ db: Database, _ column: OrderColumn, _ value: String, since moment: Int) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM jobs WHERE \(column.rawValue) = ? AND ordered >= ? AND state <> 'cancelled'
                """, arguments: [value, moment]) ?? 0
    }

    enum OrderColumn: String {
        case number, caller
    }
}
