import Dispatch
import Foundation
import Glibc
import Synchronization

/// A process of the engine. It ends when nobody holds it any more, and by itself when this program is gone.
final class EngineProcess: Sendable {
    let pid: pid_t
    private let socket: Int32
    private let errors: Int32
    /// `/proc/PID/statm`
    private let sizes: Int32
    private let state = Mutex(State())

    private struct State {
        /// What it took when it was ready, in bytes; nil: it is not.
        var startSize: Int?
        var known = KnownTrees()
        /// How it has ended.
        var status: Int32?
        var exchanges = 0
    }

    private static let undertaker = DispatchQueue(label: "engine processes", qos: .utility, attributes: .concurrent)

    init(pid: pid_t, socket: Int32, errors: Int32) {
        self.pid = pid
        self.socket = socket
        self.errors = errors
        sizes = open("/proc/\(pid)/statm", O_RDONLY | O_CLOEXEC)
    }

    deinit {
        for descriptor in [socket, errors, sizes] where descriptor >= 0 { close(descriptor) }
        guard state.withLock({ $0.status }) == nil else { return }
        kill(pid, SIGKILL)
        // Its memory may be much: to give that back takes a while.
        Self.undertaker.async { [pid] in while waitpid(pid, nil, 0) < 0, errno == EINTR {} }
    }

    /// The documents that it has been sent.
    var known: KnownTrees {
        get { state.withLock { $0.known } }
        set { state.withLock { $0.known = newValue } }
    }

    /// Whether it is there, or still on its way.
    var isAlive: Bool { poll(for: 0) & POLLHUP == 0 }

    /// Whether it can be asked without waiting for it.
    var isReady: Bool { state.withLock { $0.startSize } != nil || poll(for: POLLIN) & POLLIN != 0 }

    /// What of these is so; the end is always told.
    private func poll(for events: Int32) -> Int32 {
        var wait = pollfd(fd: socket, events: Int16(events), revents: 0)
        Glibc.poll(&wait, 1, 0)
        return Int32(wait.revents)
    }

    /// The memory that it takes, in bytes; 0 when it is gone.
    var residentSize: Int {
        var text = [UInt8](repeating: 0, count: 128)
        let count = pread(sizes, &text, text.count, 0)
        let fields = String(decoding: text.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(getpagesize()) : 0
    }

    /// How much more it takes than when it was ready.
    private var growth: Int { residentSize - (state.withLock { $0.startSize } ?? 0) }

    /// How it has ended, and what it wrote to its standard error; waits a moment for that.
    func obituary() -> String {
        var waited = 0
        while state.withLock({ note(&$0) }) == nil, waited < 100 {
            usleep(1000)
            waited += 1
        }
        let last = complaints()
        return ending + (last.isEmpty ? "" : ": " + last)
    }

    private var ending: String {
        guard let status = state.withLock({ $0.status }) else { return "it has closed its socket" }
        let signal = status & 0x7f
        return signal == 0 ? "exit status \((status >> 8) & 0xff)" : "ended by signal \(signal)"
    }

    private func note(_ state: inout State) -> Int32? {
        var status: Int32 = 0
        if state.status == nil, waitpid(pid, &status, WNOHANG) == pid { state.status = status }
        return state.status
    }

    /// What it wrote to its standard error, on one line.
    private func complaints() -> String {
        var bytes = [UInt8](repeating: 0, count: 500)
        let count = recv(errors, &bytes, bytes.count, 0)
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return text.map { $0.isNewline || $0.asciiValue.map { $0 < 32 } == true ? " " : String($0) }.joined()
            .trimmingCharacters(in: .whitespaces)
    }
}

/// Why a process of the engine has no answer.
enum EngineFailure: Error {
    case tooLong, tooMuchMemory
    /// It has ended.
    case gone
    /// Its answer is none.
    case nonsense
}

extension EngineProcess {
    /// How often its memory is looked at.
    private static let interval = Duration.milliseconds(5)
    private static let withoutWaiting = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)

    /// Waits until it can be asked.
    func awaitStart(within time: Duration) throws(EngineFailure) {
        if state.withLock({ $0.startSize }) != nil { return }
        _ = try receive(by: .now + time, growth: .max)
        let size = residentSize
        state.withLock { $0.startSize = size }
    }

    /// Asks it, and waits for the answer.
    func exchange(_ message: [UInt8], within time: Duration, growth: Int) throws(EngineFailure) -> [UInt8] {
        let deadline = ContinuousClock.now + time
        var frame = OutgoingFrame(message)
        var watch = Watch(self, deadline: deadline, growth: growth)
        while true {
            guard frame.send(to: socket, flags: Self.withoutWaiting) else { throw .gone }
            if frame.isSent { break }
            try watch.wait(for: POLLOUT, on: socket)
        }
        return try receive(by: deadline, growth: growth)
    }

    private func receive(by deadline: ContinuousClock.Instant, growth: Int) throws(EngineFailure) -> [UInt8] {
        var watch = Watch(self, deadline: deadline, growth: growth)
        var frame = IncomingFrame()
        while true {
            let progress: IncomingFrame.Progress
            do throws(BadMessage) {
                progress = try frame.receive(from: socket, flags: Self.withoutWaiting)
            } catch {
                throw .nonsense
            }
            switch progress {
            case .whole: return frame.message
            case .ended: throw .gone
            case .partial, .nothing: try watch.wait(for: POLLIN, on: socket)
            }
        }
    }

    /// Whether it has become so large that it should be replaced. It is looked at now and then only.
    func isSpent(after time: Duration, limit: Int) -> Bool {
        let exchanges = state.withLock { state in
            state.exchanges += 1
            return state.exchanges
        }
        guard time > Self.interval || exchanges.isMultiple(of: 256) else { return false }
        return growth > limit
    }

    /// Watches time and memory while the process is waited for.
    private struct Watch {
        private let process: EngineProcess
        private let deadline: ContinuousClock.Instant
        private let limit: Int
        private var nextLook = ContinuousClock.now + EngineProcess.interval

        init(_ process: EngineProcess, deadline: ContinuousClock.Instant, growth limit: Int) {
            self.process = process
            self.deadline = deadline
            self.limit = limit
        }

        /// Waits for a moment until the socket is ready.
        mutating func wait(for event: Int32, on socket: Int32) throws(EngineFailure) {
            let now = ContinuousClock.now
            guard now < deadline else { throw .tooLong }
            if now >= nextLook {
                guard process.growth <= limit else { throw .tooMuchMemory }
                nextLook = now + EngineProcess.interval
            }
            var wait = pollfd(fd: socket, events: Int16(event), revents: 0)
            Glibc.poll(&wait, 1, Int32(EngineProcess.interval / .milliseconds(1)))
        }
    }
}
