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
        var store: OpenStore?
        var opening: Task<OpenStore, any Error>?
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
        try await tellingTrouble { try await self.opened(context).read(work) }
    }

    /// Writes in an immediate transaction: what it reads cannot change before it writes, in no process.
    public func write<T: Sendable>(
        _ context: PluginContext, _ work: @escaping @Sendable (Database) throws -> T
    ) async throws -> T {
        try await tellingTrouble { try await self.opened(context).write(work) }
    }

    /// Writes when a look before says that there is something to write. Most calls end with nothing to give back, and
    /// need not wait for who writes.
    public func write(
        _ context: PluginContext, onlyIf isNeeded: @escaping @Sendable (Database) throws -> Bool,
        then work: @escaping @Sendable (Database) throws -> Void
    ) async throws {
        guard try await read(context, isNeeded) else { return }
        try await write(context, work)
    }

    /// Closes it for good: when this returns nothing is written any more, and no file made.
    public func close() async {
        let opening = state.withLock { state in
            state.isClosed = true
            state.store = nil
            return state.opening
        }
        if let store = try? await opening?.value { try? store.close() }
    }

    private var closed: PluginFailure { PluginFailure(Self.unavailable, "the \(design.name) is closed") }

    /// Opened once. A task of its own opens it, which no caller's hang-up cancels.
    private func opened(_ context: PluginContext) async throws -> OpenStore {
        if let store = state.withLock({ $0.store }) { return store }
        let opening = try state.withLock { state in
            if state.isClosed { throw closed }
            let work = StoreOpening(settings, design, context)
            let opening = state.opening ?? Task { try await Self.open(work) }
            state.opening = opening
            return opening
        }
        do {
            let store = try await opening.value
            try state.withLock { state in
                if state.isClosed { throw closed }
                state.store = store
            }
            return store
        } catch {
            // The next call tries again.
            state.withLock { if $0.opening == opening { $0.opening = nil } }
            throw error
        }
    }

    /// On a thread that may block.
    private static func open(_ work: StoreOpening) async throws -> OpenStore {
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
