import Glibc

/// A message on the wire: its length in four bytes, and then itself. Between a request and its answer nothing else is
/// sent.
struct IncomingFrame {
    /// No message is longer.
    static let lengthLimit = 128 << 20
    private static let headSize = 4

    enum Progress {
        case whole, partial
        /// Nothing has come yet.
        case nothing
        /// The other side has gone.
        case ended
    }

    private var bytes: [UInt8] = []

    /// Takes what has come.
    /// - Throws: `BadMessage` where it is too long.
    mutating func receive(from socket: Int32, flags: Int32 = 0) throws(BadMessage) -> Progress {
        let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
            let count = recv(socket, buffer.baseAddress, buffer.count, flags)
            if count > 0 { bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
            return count
        }
        guard count > 0 else { return count < 0 && [EAGAIN, EINTR].contains(errno) ? .nothing : .ended }
        guard bytes.count >= Self.headSize else { return .partial }
        let length = Int(bytes.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) })
        let left = Self.headSize + length - bytes.count
        guard length <= Self.lengthLimit, left >= 0 else { throw BadMessage() }
        return left == 0 ? .whole : .partial
    }

    var message: [UInt8] { Array(bytes.dropFirst(Self.headSize)) }
}

/// A message on its way out.
struct OutgoingFrame {
    private let bytes: [UInt8]
    private var sent = 0

    init(_ message: [UInt8]) {
        bytes = withUnsafeBytes(of: UInt32(truncatingIfNeeded: message.count)) { Array($0) } + message
    }

    var isSent: Bool { sent == bytes.count }

    /// Sends what can be sent.
    /// - Returns: false: the other side has gone.
    mutating func send(to socket: Int32, flags: Int32 = 0) -> Bool {
        let count = bytes[sent...].withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, flags) }
        if count >= 0 { sent += count }
        return count >= 0 || [EAGAIN, EINTR].contains(errno)
    }
}
