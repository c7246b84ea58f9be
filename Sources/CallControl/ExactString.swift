import Glibc

/// Text that equals only what has the same characters in the same encoding. `String` takes é for e with an accent, which
/// as ids and as names are two.
public struct ExactString: Hashable, Sendable {
    public let string: String

    public init(_ string: String) { self.string = string }

    public static func == (left: Self, right: Self) -> Bool {
        left.string.withBytes { left in
            right.string.withBytes { right in
                guard left.count == right.count, let here = left.baseAddress, let there = right.baseAddress else {
                    return left.count == right.count
                }
                return memcmp(here, there, left.count) == 0
            }
        }
    }

    public func hash(into hasher: inout Hasher) {
        string.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(0xFF as UInt8)
    }
}
