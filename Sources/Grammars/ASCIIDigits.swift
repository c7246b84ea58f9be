extension StringProtocol {
    /// Whether it is one or more of the digits 0–9, and nothing else.
    var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
