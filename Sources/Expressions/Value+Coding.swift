import CallControl

/// A value is encoded as one string, which any format can hold (JSON has no NaN): `undefined`, `null`, `true`,
/// `false`, a number as ECMAScript prints it or `-0`, `'` and a string's text, `\` and the hexadecimal units of a
/// string that is not well-formed, `#` and the index of an object.
extension Value: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Value(encoded: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "Not an encoded value.")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(encoded)
    }

    var encoded: String {
        switch self {
        case .undefined: "undefined"
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let value): value == 0 && value.sign == .minus ? "-0" : value.ecmaScriptText
        case .string(let text):
            text.isWellFormed ? "'" + text.string : "\\" + Self.hexadecimal(text.units)
        case .object(let reference): "#" + String(reference.index)
        }
    }

    init?(encoded: String) {
        switch encoded {
        case "undefined": self = .undefined
        case "null": self = .null
        case "true": self = .bool(true)
        case "false": self = .bool(false)
        case "NaN": self = .number(.nan)
        default: self.init(tagged: encoded)
        }
    }

    private init?(tagged encoded: String) {
        let rest = encoded.dropFirst()
        switch encoded.utf16.first {
        // The text may begin with a combining mark, which would join the tag in one Character.
        case UInt16(ascii: "'"): self = .string(ECMAString(units: Array(encoded.utf16.dropFirst())))
        case UInt16(ascii: "\\"):
            guard let units = Self.units(hexadecimal: rest) else { return nil }
            self = .string(ECMAString(units: units))
        case UInt16(ascii: "#"):
            guard let index = Int(rest) else { return nil }
            self = .object(HeapReference(index: index))
        default:
            let number = ECMAString(encoded).number
            guard !encoded.isEmpty, !number.isNaN else { return nil }
            self = .number(number)
        }
    }

    private static func hexadecimal(_ units: [UInt16]) -> String {
        units.map { $0.hexadecimal(digits: 4) }.joined()
    }

    private static func units(hexadecimal text: Substring) -> [UInt16]? {
        var units: [UInt16] = []
        var rest = text.utf8[...]
        while !rest.isEmpty {
            guard rest.count >= 4, let unit = UInt16(Substring(rest.prefix(4)), radix: 16) else {
                return nil
            }
            units.append(unit)
            rest = rest.dropFirst(4)
        }
        return units
    }
}
