import Foundation
import Glibc
import Synchronization

/// A TCP connection whose calls wait, each for so long at most.
final class StreamSocket: Sendable {
    private let descriptor: Int32
    private let state = Mutex(State())

    private struct State {
        var isClosed = false
        var received: [UInt8] = []
    }

    private static let patience = timeval(tv_sec: 15, tv_usec: 0)
    private static let largest = 16 << 20

    /// - Throws: `TransportTrouble`, as all of this.
    init(host: String, port: String) throws {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var addresses: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, port, &hints, &addresses)
        guard code == 0 else {
            throw TransportTrouble("\(host) has no address: \(String(cString: gai_strerror(code)))")
        }
        defer { freeaddrinfo(addresses) }
        var trouble = "no address"
        var next = addresses
        while let address = next?.pointee {
            let made = socket(
                address.ai_family, address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), address.ai_protocol)
            var patience = Self.patience
            // It holds for connecting too.
            setsockopt(made, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
            setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
            if made >= 0, connect(made, address.ai_addr, address.ai_addrlen) == 0 {
                descriptor = made
                return
            }
            trouble = String(cString: strerror(errno))
            if made >= 0 { Glibc.close(made) }
            next = address.ai_next
        }
        throw TransportTrouble("\(host):\(port) cannot be reached: \(trouble)")
    }

    deinit { close() }

    func close() {
        let wasClosed = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed
        }
        if !wasClosed { Glibc.close(descriptor) }
    }

    func send(_ data: Data) throws {
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                throw TransportTrouble("the fax server does not take what it is sent")
            }
            rest = rest.dropFirst(count)
        }
    }

    /// The next line, without its end.
    func line() throws -> String {
        while true {
            let line: [UInt8]? = state.withLock { state in
                guard let end = state.received.firstIndex(of: 10) else { return nil }
                defer { state.received.removeFirst(end + 1) }
                return Array(state.received[..<end])
            }
            if let line { return String(decoding: line.last == 13 ? line.dropLast() : line[...], as: UTF8.self) }
            guard try receive() else { throw TransportTrouble("the fax server has ended the session") }
        }
    }

    /// All until the other end closes.
    func receiveAll() throws -> Data {
        while try receive() {}
        return state.withLock { state in
            defer { state.received = [] }
            return Data(state.received)
        }
    }

    /// - Returns: false at the end.
    private func receive() throws -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw TransportTrouble("the fax server does not answer") }
            let size = state.withLock { state in
                state.received += buffer[..<count]
                return state.received.count
            }
            guard size <= Self.largest else { throw TransportTrouble("the fax server does not stop answering") }
            return count > 0
        }
    }
}
