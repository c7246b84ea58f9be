/// One of the sixteen keys of a telephone keypad (ITU-T Q.23), by its ASCII code.
public enum DTMFKey: UInt8, CaseIterable, Hashable, Sendable {
    case zero = 0x30
    case one, two, three, four, five, six, seven, eight, nine
    case star = 0x2A
    case pound = 0x23
    case a = 0x41
    case b, c, d

    /// The key that a character names: `0`–`9`, `*`, `#`, `A`–`D`; nil for any other.
    public init?(_ character: Character) {
        guard let code = character.asciiValue, let key = DTMFKey(rawValue: code) else { return nil }
        self = key
    }

    /// The key as it is written: `7`, `*`, `A`.
    public var character: Character { Character(UnicodeScalar(rawValue)) }
}

extension DTMFKey: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard text.count == 1, let key = DTMFKey(Character(text)) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a key of the keypad"))
        }
        self = key
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(String(character))
    }
}

extension Sequence<DTMFKey> {
    /// The keys as one string, as in `12#`.
    public var text: String { String(map(\.character)) }
}
