/// A telephone number in one form, however a gateway writes it: `tel:+49-30-1234`, `sip:+49301234@example.com`,
/// `0049301234` and `+49 30 1234` are the same.
public struct PhoneNumber: Hashable, Sendable {
    /// `+49301234`, or without `+` when the number is not international.
    public let digits: String

    /// nil when the text holds no number, as `anonymous` does, or one that cannot be: E.164 has 15 digits at most, and
    /// no country has a code that begins with 0.
    public init?(_ text: String) {
        var number = text[...]
        for scheme in ["tel:", "sip:", "sips:"] where number.lowercased().hasPrefix(scheme) {
            number = number.dropFirst(scheme.count)
            break
        }
        number = number.prefix { $0 != "@" && $0 != ";" && $0 != "?" }
        guard number.allSatisfy({ $0.isASCII && ($0.isNumber || "+-. ()".contains($0)) }) else { return nil }
        var digits = number.filter { $0.isNumber }
        let isInternational = number.hasPrefix("+") || digits.hasPrefix("00")
        if isInternational, !number.hasPrefix("+") { digits = String(digits.dropFirst(2)) }
        guard (3...(isInternational ? 15 : 18)).contains(digits.count) else { return nil }
        if isInternational, digits.hasPrefix("0") { return nil }
        self.digits = (isInternational ? "+" : "") + digits
    }
}
