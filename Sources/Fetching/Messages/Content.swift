import CallControl
import Crypto

/// Bytes, and what tells them from others.
public struct Content: Hashable, Sendable {
    public let bytes: [UInt8]
    /// SHA-256 in hexadecimal.
    public let digest: String

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        digest = SHA256.hash(data: bytes).hexadecimal
    }

    public static func == (left: Content, right: Content) -> Bool { left.digest == right.digest }

    public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
