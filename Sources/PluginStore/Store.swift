import Dispatch
public import GRDB
public import PluginKit
import Synchronization

/// The door to a plugin's store, one SQLite file: opens it at first use, and tells every trouble with it as the
/// failure `unavailable`.
public final class Store: Sendable {
    /// The WHAT of the failure that all stores have in common.
    public static let unavailable = "unavailable"

    private let settings: StoreSettings
    private let design: StoreDesign
    private let state = Mutex(State())

    private struct State {
        /// nil until it is open.
        var database: (any DatabaseWriter)?
        var opening: Task<any DatabaseWriter, any Error>?
        var isClosed = false
    }

    /// Opens nothing yet.
    public init(_ settings: StoreSettings, _ design: StoreDesign) {
        self.settings = settings
        self.design = design
    }

    /// Reads in a transaction of its own.
    /// - Throws: what the work throws, or the failure `unavailable`; so does `write`.
    public func read<T: Sendable>(
        _ context: PluginContext, _ work: @escaping @Sendable (Database) throws -> T
    ) async throws -> T {
        try await tellingTrouble { try Self.readHere(try await self.database(context), work) }
    }

    /// On this thread, which may block for a moment: readers wait for nobody but whoever locks the whole file, and a
    /// change of threads costs more than most reads.
    private static func readHere<T>(_ database: any DatabaseWriter, _ work: (Database) throws -> T) throws -> T {
        try database.read(work)
    }

    /// Writes in an immediate transaction: what it reads cannot change before it writes, in no process.
    public func write<T: Sendable>(
        _ context: PluginContext, _ work: @escaping @Sendable (Database) throws -> T
    ) async throws -> T {
        try await tellingTrouble { try await self.database(context).write(work) }
    }

    /// Closes it for good: when this returns nothing is written any more, and no file made.
    public func close() async {
        let opening = state.withLock { state in
            state.isClosed = true
            state.database = nil
            return state.opening
        }
        if let database = try? await opening?.value { try? database.close() }
    }

    private var closed: PluginFailure { PluginFailure(Self.unavailable, "the \(design.name) is closed") }

    /// The database, opened once. A task of its own opens it, which no caller's hang-up cancels.
    private func database(_ context: PluginContext) async throws -> any DatabaseWriter {
        if let database = state.withLock({ $0.database }) { return database }
        let opening = try state.withLock { state in
            if state.isClosed { throw closed }
            let work = StoreOpening(settings, design, context)
            let opening = state.opening ?? Task { try await Self.open(work) }
            state.opening = opening
            return opening
        }
        do {
            let database = try await opening.value
            try state.withLock { state in
                if state.isClosed { throw closed }
                state.database = database
            }
            return database
        } catch {
            // The next call tries again.
            state.withLock { if $0.opening == opening { $0.opening = nil } }
            throw error
        }
    }

    /// On a thread that may block.
    private static func open(_ work: StoreOpening) async throws -> any DatabaseWriter {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                continuation.resume(with: Result { try work.open() })
            }
        }
    }

    /// Errors of SQLite become failures that name SQLite's code and nothing that was stored or asked for.
    private func tellingTrouble<T: Sendable>(_ work: @Sendable () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch let error as DatabaseError {
            throw PluginFailure(
                Self.unavailable, "the \(design.name) cannot be used: SQLite \(error.extendedResultCode)")
        } catch is DecodingError {
            throw PluginFailure(Self.unavailable, "the \(design.name) holds what cannot be read")
        }
    }
}
