import Synchronization

/// Which calls are in progress, and in which lane each is.
final class CallDirectory: Sendable {
    private struct Contents {
        var lanes: [String: Int] = [:]
        var counts: [Int]
        var emptied: [CheckedContinuation<Void, Never>] = []
        var isClosed = false
    }

    private let contents: Mutex<Contents>

    init(lanes: Int) {
        contents = Mutex(Contents(counts: Array(repeating: 0, count: lanes)))
    }

    /// Enters a call and chooses the lane with the fewest calls; nil when the id is in progress.
    func claim(_ call: String) -> Int? {
        contents.withLock { contents in
            guard contents.lanes[call] == nil, !contents.isClosed else { return nil }
            let lane = contents.counts.indices.min { contents.counts[$0] < contents.counts[$1] } ?? 0
            contents.lanes[call] = lane
            contents.counts[lane] += 1
            return lane
        }
    }

    func lane(of call: String) -> Int? { contents.withLock { $0.lanes[call] } }

    /// Whether nobody listens any longer.
    var isClosed: Bool { contents.withLock { $0.isClosed } }

    /// Strikes out a call that has ended.
    func release(_ call: String) {
        let waiting = contents.withLock { contents in
            guard let lane = contents.lanes.removeValue(forKey: call) else {
                return [CheckedContinuation<Void, Never>]()
            }
            contents.counts[lane] -= 1
            guard contents.lanes.isEmpty else { return [] }
            defer { contents.emptied = [] }
            return contents.emptied
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits until no call is in progress.
    func waitUntilEmpty() async {
        await withCheckedContinuation { continuation in
            let isEmpty = contents.withLock { contents in
                if !contents.lanes.isEmpty { contents.emptied.append(continuation) }
                return contents.lanes.isEmpty
            }
            if isEmpty { continuation.resume() }
        }
    }

    /// Strikes out all calls that are left, for good, and says which they were.
    func close() -> [String] {
        let (left, waiting) = contents.withLock { contents in
            contents.isClosed = true
            defer {
                contents.lanes = [:]
                contents.emptied = []
            }
            return (contents.lanes.keys.sorted(), contents.emptied)
        }
        for continuation in waiting { continuation.resume() }
        return left
    }
}
