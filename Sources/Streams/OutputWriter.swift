import Dispatch
import Glibc
import Synchronization

/// Writes to a descriptor on a thread of its own: whoever has something to say never waits for the reader.
package final class OutputWriter: Sendable {
    private struct State {
        var pending: [UInt8] = []
        /// Taken from `pending` and not yet written.
        var inFlight = 0
        var written = 0
        var isWriting = false
        var isBroken = false
        var isReleased = false
        var waiting: [CheckedContinuation<Void, Never>] = []

        /// Bytes that are still to be written.
        var backlog: Int { pending.count + inFlight }

        mutating func takeWaiting() -> [CheckedContinuation<Void, Never>] {
            defer { waiting = [] }
            return waiting
        }
    }

    private let descriptor: Int32
    private let queue = DispatchQueue(label: "output")
    private let state = Mutex(State())
    private let limit: Int
    private let broke: @Sendable () -> Void

    /// While more bytes wait for a slow reader, nothing more should be read and no call go on.
    package static let limit = 64 << 20

    /// - Parameters:
    ///   - limit: up to so many bytes there is room for more.
    ///   - broke: called once, when nobody reads any longer.
    package init(
        _ descriptor: Int32, limit: Int = OutputWriter.limit, broke: @escaping @Sendable () -> Void = {}
    ) {
        self.descriptor = descriptor
        self.limit = limit
        self.broke = broke
    }

    /// Writes soon; never waits.
    package func write(_ bytes: [UInt8]) { _ = write(bytes, upTo: .max) }

    /// Writes soon, unless more than that limit is still to be written; never waits.
    /// - Returns: false when it is left out. What nobody reads any longer counts as written.
    package func write(_ bytes: [UInt8], upTo limit: Int) -> Bool {
        guard !bytes.isEmpty else { return true }
        let (hasRoom, begins) = state.withLock { state in
            guard !state.isBroken else { return (true, false) }
            guard state.backlog <= limit else { return (false, false) }
            state.pending += bytes
            defer { state.isWriting = true }
            return (true, !state.isWriting)
        }
        if begins { queue.async { self.work() } }
        return hasRoom
    }

    /// Whether no more than the limit is still to be written.
    package var hasRoom: Bool { state.withLock { hasRoom($0) } }

    /// Waits while more than the limit is still to be written.
    /// - Returns: false when nobody waits for room any longer.
    @discardableResult
    package func waitForRoom() async -> Bool {
        await withCheckedContinuation { continuation in
            let waits = state.withLock { state in
                let waits = !hasRoom(state) && !state.isReleased
                if waits { state.waiting.append(continuation) }
                return waits
            }
            if !waits { continuation.resume() }
        }
        return state.withLock { !$0.isReleased }
    }

    private func hasRoom(_ state: State) -> Bool { state.backlog <= limit || state.isBroken }

    /// Lets nobody wait for room any longer.
    package func release() {
        let waiting = state.withLock { state in
            state.isReleased = true
            return state.takeWaiting()
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits until all is written, nobody reads any longer, or the reader has taken nothing for so long.
    /// - Parameter limit: how long it may take in all; nil: as long as the reader takes something.
    package func drain(patience: Duration, within limit: Duration? = nil) async {
        let step = Duration.milliseconds(5)
        let began = ContinuousClock.now
        var (progress, idle) = (-1, Duration.zero)
        while idle < patience, limit.map({ ContinuousClock.now - began < $0 }) ?? true {
            let (isDone, written) = state.withLock { (!$0.isWriting || $0.isBroken, $0.written) }
            if isDone { return }
            idle = written == progress ? idle + step : .zero
            progress = written
            try? await Task.sleep(for: step)
        }
    }

    private func work() {
        while true {
            let (bytes, waiting) = state.withLock { state in
                let bytes = state.pending
                state.pending = []
                state.inFlight = bytes.count
                state.isWriting = !bytes.isEmpty
                return (bytes, bytes.count <= limit ? state.takeWaiting() : [])
            }
            for continuation in waiting { continuation.resume() }
            if bytes.isEmpty { return }
            guard writeAll(bytes) else { return breakOff() }
        }
    }

    private func writeAll(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                // Not all at once, so that progress shows.
                let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
                let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                    state.withLock { state in
                        state.written += count
                        state.inFlight -= count
                    }
                } else if errno == EAGAIN {
                    var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    _ = poll(&watched, 1, -1)
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }

    private func breakOff() {
        let waiting = state.withLock { state in
            state.isBroken = true
            state.isWriting = false
            state.pending = []
            return state.takeWaiting()
        }
        for continuation in waiting { continuation.resume() }
        broke()
    }
}
