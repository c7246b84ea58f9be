extension JSONValue {
    /// The value as a JSON text on one line, without white space. Names that are array indices come first, ascending,
    /// then the others in their order; NaN and infinities are null: all as `JSON.stringify` has it.
    public var jsonText: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the JSON text in UTF-8, see `jsonText`.
    public func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let value): Self.write(number: value, to: &bytes)
        case .string(let value): Self.write(string: value, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in Self.inECMAScriptOrder(members).enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(string: member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(number: Double, to bytes: inout [UInt8]) {
        if !number.isFinite {
            bytes.append(contentsOf: "null".utf8)
        } else if let integer = Int(exactly: number), integer.magnitude < 1 << 53 {
            bytes.append(contentsOf: String(integer).utf8)
        } else {
            bytes.append(contentsOf: number.ecmaScriptText.utf8)
        }
    }

    /// Appends a string as JSON has it: quoted, with control characters escaped and all others as they are.
    public static func write(string: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x00..<0x20:
                bytes.append(contentsOf: escape(ofControl: byte).utf8)
            default:
                bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escape(ofControl byte: UInt8) -> String {
        switch byte {
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        default: "\\u" + byte.hexadecimal(digits: 4)
        }
    }

    /// Array indices (ECMA-262 6.1.7) ascending, then the other names in their order.
    private static func inECMAScriptOrder(_ members: [Member]) -> [Member] {
        let indexed = members.compactMap { member in arrayIndex(member.name).map { (index: $0, member: member) } }
        if indexed.isEmpty { return members }
        return indexed.sorted { $0.index < $1.index }.map(\.member) + members.filter { arrayIndex($0.name) == nil }
    }

    private static func arrayIndex(_ name: String) -> UInt32? {
        guard let first = name.utf8.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9"),
            name.utf8.count == 1 || first != UInt8(ascii: "0"), let index = UInt32(name), index < .max
        else { return nil }
        return index
    }
}
