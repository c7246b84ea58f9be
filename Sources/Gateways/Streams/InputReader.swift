import Dispatch
import Glibc
import Synchronization

/// Reads a descriptor in chunks on a thread of its own, and finds out when the other side is gone.
final class InputReader: Sendable {
    private let input: Int32
    /// Watched while there is nothing to read: once nobody reads it, there is nobody to read from either.
    private let output: Int32?
    private let queue = DispatchQueue(label: "gateway input")
    /// Written to by `stop`, so that a wait ends.
    private let wakeRead: Int32
    private let wakeWrite: Int32
    private let isStopped = Atomic(false)

    private static let chunkSize = 64 << 10

    init(_ input: Int32, watching output: Int32?) {
        self.input = input
        self.output = output
        var ends: [Int32] = [-1, -1]
        // Without the pipe `stop` is noticed after the next chunk only.
        _ = pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        wakeRead = ends[0]
        wakeWrite = ends[1]
    }

    deinit {
        close(wakeRead)
        close(wakeWrite)
    }

    /// The next bytes; nil at the end of input, after `stop`, and when the watched output is closed.
    func next() async -> [UInt8]? {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.read()) }
        }
    }

    /// Makes this and every later `next` give nil.
    func stop() {
        isStopped.store(true, ordering: .sequentiallyConsistent)
        var byte: UInt8 = 0
        _ = Glibc.write(wakeWrite, &byte, 1)
    }

    /// Whether `stop` has been called.
    var hasStopped: Bool { isStopped.load(ordering: .sequentiallyConsistent) }

    private func read() -> [UInt8]? {
        while !hasStopped {
            // Negative descriptors are passed over by poll.
            var watched = [
                pollfd(fd: input, events: Int16(POLLIN), revents: 0),
                pollfd(fd: output ?? -1, events: 0, revents: 0),
                pollfd(fd: wakeRead, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&watched, 3, -1) > 0 else {
                if errno == EINTR { continue }
                return nil
            }
            if watched[1].revents != 0 { return nil }
            if watched[0].revents == 0 { continue }
            switch chunk() {
            case .bytes(let bytes): return bytes
            case .nothingYet: continue
            case .end: return nil
            }
        }
        return nil
    }

    private enum Chunk {
        case bytes([UInt8])
        case nothingYet
        case end
    }

    private func chunk() -> Chunk {
        var got = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
            got = Glibc.read(input, buffer.baseAddress, Self.chunkSize)
            count = max(0, got)
        }
        if got > 0 { return .bytes(bytes) }
        return got < 0 && (errno == EINTR || errno == EAGAIN) ? .nothingYet : .end
    }
}
