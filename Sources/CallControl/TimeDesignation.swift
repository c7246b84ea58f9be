extension CallDuration {
    /// A time as VoiceXML writes it (VoiceXML 2.0 6.5): an unsigned number, an optional `+` before it, and `s` or `ms`
    /// after it, as in `3s`, `850ms`, `+1.5s`. Fractions of a millisecond are dropped. nil for anything else, a bare
    /// number included, and for a time beyond some years.
    public init?(timeDesignation text: some StringProtocol) {
        var digits = Array(text.utf8)[...]
        if digits.first == UInt8(ascii: "+") { digits.removeFirst() }
        guard digits.last == UInt8(ascii: "s") else { return nil }
        digits.removeLast()
        let isMilliseconds = digits.last == UInt8(ascii: "m")
        if isMilliseconds { digits.removeLast() }

        let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let whole = parts[0]
        let fraction = parts.count == 2 ? parts[1] : whole[whole.endIndex...]
        let isNumber = (whole + fraction).allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        guard isNumber, whole.count <= 12, parts.count == 1 ? !whole.isEmpty : !fraction.isEmpty else { return nil }

        let units = whole.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        if isMilliseconds {
            self.init(milliseconds: units)
            return
        }
        let thousandths = zip(fraction, [100, 10, 1]).reduce(0) { $0 + Int($1.0 - UInt8(ascii: "0")) * $1.1 }
        self.init(milliseconds: units * 1000 + thousandths)
    }
}
