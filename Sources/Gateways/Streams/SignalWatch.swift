import Dispatch
import Glibc
import Synchronization

/// Does something when the process gets one of some signals, instead of what they do by themselves.
///
/// The handler writes to a pipe that is read elsewhere. Dispatch's own signal sources would need the signals blocked
/// in every thread, and a script engine starts threads of its own.
public final class SignalWatch: Sendable {
    private let id: Int

    public init(_ signals: [Int32], received: @escaping @Sendable () -> Void) {
        id = SignalPipe.shared.add(signals, received)
    }

    /// Watches for these.
    public static func termination(_ received: @escaping @Sendable () -> Void) -> SignalWatch {
        SignalWatch(terminating, received: received)
    }

    /// The signals that ask a program to end.
    static let terminating = [SIGINT, SIGTERM, SIGHUP]

    /// Lets the signals that nobody else watches do again what they do by themselves.
    public func cancel() {
        SignalPipe.shared.remove(id)
    }
}

/// The way of signals from their handler to those who watch for them.
private final class SignalPipe: Sendable {
    private struct Watcher {
        var signals: [Int32]
        var received: @Sendable () -> Void
    }

    static let shared = SignalPipe()

    private let readEnd: Int32
    private let writeEnd: Int32
    private let watchers = Mutex<(next: Int, all: [Int: Watcher])>((0, [:]))

    private init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        readEnd = ends[0]
        writeEnd = ends[1]
        DispatchQueue(label: "signals").async { self.pass() }
    }

    /// Called by the handler: does nothing but write a byte.
    func write(_ number: Int32) {
        var byte = UInt8(truncatingIfNeeded: number)
        _ = Glibc.write(writeEnd, &byte, 1)
    }

    /// What is done with a signal changes together with who watches for it.
    func add(_ signals: [Int32], _ received: @escaping @Sendable () -> Void) -> Int {
        watchers.withLock { watchers in
            for number in signals {
                signal(number) { number in
                    let saved = errno
                    SignalPipe.shared.write(number)
                    errno = saved
                }
            }
            watchers.next += 1
            watchers.all[watchers.next] = Watcher(signals: signals, received: received)
            return watchers.next
        }
    }

    /// Removes a watcher.
    func remove(_ id: Int) {
        watchers.withLock { watchers in
            let removed = watchers.all.removeValue(forKey: id)
            let watched = Set(watchers.all.values.flatMap(\.signals))
            for number in removed?.signals ?? [] where !watched.contains(number) { signal(number, SIG_DFL) }
        }
    }

    /// Tells the watchers of each signal, on a thread of its own.
    private func pass() {
        var byte: UInt8 = 0
        while true {
            let count = read(readEnd, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return }
            let number = Int32(byte)
            let told = watchers.withLock { $0.all.values.filter { $0.signals.contains(number) } }
            for watcher in told { watcher.received() }
        }
    }
}
