extension FixedWidthInteger where Self: UnsignedInteger {
    /// The number in hexadecimal, with zeros in front up to so many digits.
    public func hexadecimal(digits: Int, uppercase: Bool = false) -> String {
        let text = String(self, radix: 16, uppercase: uppercase)
        return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
    }
}

extension UInt8 {
    /// The byte as a URI has it where it may not stand for itself (RFC 3986 2.1).
    public var percentEncoded: String { "%" + hexadecimal(digits: 2, uppercase: true) }
}

extension Sequence<UInt8> {
    /// Two digits for each byte.
    public var hexadecimal: String { map { $0.hexadecimal(digits: 2) }.joined() }
}
