import Synchronization

/// What is being prefetched: each resource once, and not too much at a time.
final class Prefetches: Sendable {
    /// A hint beyond these is not followed.
    private static let most = 16

    private let underWay = Mutex<Set<String>>([])

    /// Fetches in the background, unless that is under way already or too much else is.
    func begin(_ uri: String, _ fetch: @escaping @Sendable () async -> Void) {
        let mayBegin = underWay.withLock { $0.count < Self.most && $0.insert(uri).inserted }
        guard mayBegin else { return }
        Task {
            await fetch()
            underWay.withLock { _ = $0.remove(uri) }
        }
    }
}
