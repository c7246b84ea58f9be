public import GRDB
public import PluginKit

/// What kind of store a plugin has.
public struct StoreDesign: Sendable {
    /// What messages call it, as in `the order store`.
    let name: String
    /// SQL that makes the tables, as a list of steps that is only ever added to; `PRAGMA user_version` counts the
    /// steps taken.
    let steps: [String]
    let fill: @Sendable (Database, String, PluginContext) throws -> Void

    /// - Parameter fill: puts the example data of a folder, an absolute path, into a new store, in the transaction
    ///   that makes it.
    public init(
        name: String, steps: [String], fill: @escaping @Sendable (Database, String, PluginContext) throws -> Void
    ) {
        self.name = name
        self.steps = steps
        self.fill = fill
    }

    /// Takes the steps that the store lacks, and fills a new one, in one immediate transaction: of several processes
    /// that open a new store at once, one makes it and the others wait and find it made.
    func migrate(_ store: OpenStore, fill: (Database) throws -> Void) throws {
        if try store.read(version) == steps.count { return }
        try store.writeHere { db in
            let version = try version(db)
            guard version <= steps.count else {
                throw PluginFailure(Store.unavailable, "the \(name) was made by a newer version")
            }
            for step in steps[version...] { try db.execute(sql: step) }
            try db.execute(sql: "PRAGMA user_version = \(steps.count)")
            if version == 0 { try fill(db) }
        }
    }

    private func version(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }
}
