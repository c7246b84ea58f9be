import Dispatch
import GRDB
import PluginKit

/// The door to the store: opens it at first use, and tells every trouble with it as the failure `unavailable`.
actor OrderStore {
    static let unavailable = "unavailable"

    private let settings: Settings
    private var opening: Task<any DatabaseWriter, any Error>?

    init(_ settings: Settings) { self.settings = settings }

    /// Reads in a transaction of its own.
    nonisolated func read<T: Sendable>(
        _ context: PluginContext, _ work: @escaping @Sendable (Database) throws -> T
    ) async throws -> T {
        try await Self.tellingTrouble { try await self.database(context).read(work) }
    }

    /// Writes in an immediate transaction: what it reads cannot change before it writes, in no process.
    nonisolated func write<T: Sendable>(
        _ context: PluginContext, _ work: @escaping @Sendable (Database) throws -> T
    ) async throws -> T {
        try await Self.tellingTrouble { try await self.database(context).write(work) }
    }

    /// The database, opened once. A task of its own opens it, which no caller's hang-up cancels.
    private func database(_ context: PluginContext) async throws -> any DatabaseWriter {
        if let opening { return try await opening.value }
        let settings = settings
        let task = Task { try await Self.open(settings, context) }
        opening = task
        do {
            return try await task.value
        } catch {
            // The next call tries again.
            if opening == task { opening = nil }
            throw error
        }
    }

    /// On a thread that may block.
    private static func open(_ settings: Settings, _ context: PluginContext) async throws -> any DatabaseWriter {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                continuation.resume(with: Result { try StoreOpening(settings, context).open() })
            }
        }
    }

    /// Errors of SQLite become failures that name SQLite's code and nothing that was stored or asked for.
    private static func tellingTrouble<T: Sendable>(_ work: @Sendable () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch let error as DatabaseError {
            throw PluginFailure(unavailable, "the order store cannot be used: SQLite \(error.extendedResultCode)")
        } catch is DecodingError {
            throw PluginFailure(unavailable, "the order store holds what cannot be read")
        }
    }
}
