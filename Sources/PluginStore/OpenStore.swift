import GRDB

/// A store that is open.
struct OpenStore: Sendable {
    private let database: any DatabaseWriter
    private let waiting: StoreWaiting

    init(_ database: any DatabaseWriter, _ waiting: StoreWaiting) {
        self.database = database
        self.waiting = waiting
    }

    /// On this thread, which may block for a moment: readers wait for nobody but whoever locks the whole file, and a
    /// change of threads costs more than most reads.
    func read<T>(_ work: (Database) throws -> T) throws -> T { try database.read(work) }

    /// On the database's own thread, in an immediate transaction.
    func write<T: Sendable>(_ work: @Sendable (Database) throws -> T) async throws -> T {
        try await database.writeWithoutTransaction { db in try waiting.inTurn { try db.committing(work) } }
    }

    /// As `write`, on this thread.
    func writeHere<T>(_ work: (Database) throws -> T) throws -> T {
        try database.writeWithoutTransaction { db in try waiting.inTurn { try db.committing(work) } }
    }

    /// Whoever closes a file last brings SQLite's journal into it and removes that, if he can write: the readers go first.
    func close() throws {
        (database as? DatabasePool)?.releaseMemory()
        try database.close()
    }
}

extension Database {
    fileprivate func committing<T>(_ work: (Database) throws -> T) throws -> T {
        var result = Result<T, any Error>.failure(DatabaseError(resultCode: .SQLITE_ABORT))
        try inTransaction(.immediate) {
            result = .success(try work(self))
            return .commit
        }
        return try result.get()
    }
}
