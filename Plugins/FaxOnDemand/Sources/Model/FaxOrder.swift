import CallControl
import GRDB
import PluginKit
import PluginStore

/// What a caller orders.
struct FaxOrder: Sendable {
    let number: String
    let documents: [FaxDocument]
    let resolution: Resolution
    let isChinese: Bool
    /// The calling number; nil when it is withheld.
    let caller: String?

    var documentNumbers: String { documents.map(\.document).joined(separator: " ") }

    /// With the cover page.
    var pages: Int { documents.reduce(1) { $0 + $1.pages } }

    /// Puts it into the queue.
    /// - Parameter due: in milliseconds since 1970.
    func insert(_ db: Database, due: Int, _ context: PluginContext) throws -> FaxJob {
        let subject = "\(number) \(documentNumbers)"
        let job = try CheckedNumber.new(for: subject, context) { try FaxJob.find(db, job: $0.digits) != nil }
        guard let job else { throw PluginFailure(Store.unavailable, "the fax store has no job number left") }
        let key = Derived.bytes("fax", subject, context).prefix(4).hexadecimal
        let now = context.now.epochMilliseconds
        try db.execute(
            sql: """
                INSERT INTO jobs
                    (job, state, number, documents, isChinese, resolution, pages, caller, orderedIn, ordered, due, since, key)
                VALUES (?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                job.digits, number, documentNumbers, isChinese, resolution.rawValue, pages, caller, context.invocation,
                now, due, now, key,
            ])
        guard let inserted = try FaxJob.find(db, job: job.digits) else {
            throw PluginFailure(Store.unavailable, "the fax store does not keep what it is given")
        }
        return inserted
    }
}
