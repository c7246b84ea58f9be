import Expressions

/// The names that a text may read or write, found without parsing: too many rather than too few.
struct Mentions {
    private(set) var names: [ECMAString] = []
    /// Whether a name may be spelled with escapes.
    private(set) var usesEscapes = false
    /// Whether names may be used that the text does not spell.
    private(set) var mayUseAnyName = false
    private(set) var usesThis = false
    private(set) var usesEval = false
    /// Whether a name is there that only the program itself may use.
    private(set) var usesReservedName = false
    /// Whether a word is there by which something runs on after the evaluation.
    private(set) var mayRunOn = false

    init(_ source: ECMAString) {
        var known: Set<ECMAString> = []
        let units = source.units
        var index = 0
        while index < units.count {
            guard units[index].beginsIdentifier else {
                // An escape may spell any name.
                if units[index] == UInt16(UInt8(ascii: "\\")), index + 1 < units.count,
                    units[index + 1] == UInt16(UInt8(ascii: "u"))
                {
                    usesEscapes = true
                    mayUseAnyName = true
                }
                index += 1
                continue
            }
            let start = index
            while index < units.count, units[index].continuesIdentifier { index += 1 }
            let name = ECMAString(units: Array(units[start..<index]))
            if known.insert(name).inserted { add(name) }
        }
    }

    private mutating func add(_ name: ECMAString) {
        names.append(name)
        switch name.string {
        case "eval":
            usesEval = true
            mayUseAnyName = true
        case "Function": mayUseAnyName = true
        case "this": usesThis = true
        case "async", "await", "import": mayRunOn = true
        case let text where text.hasPrefix(ReservedNames.prefix): usesReservedName = true
        default: break
        }
    }
}

extension UInt16 {
    /// Whether the unit can begin an identifier, or is part of one outside ASCII.
    var beginsIdentifier: Bool {
        switch self {
        case 0x41...0x5A, 0x61...0x7A, 0x24, 0x5F: true
        default: self >= 0x80
        }
    }

    var continuesIdentifier: Bool { beginsIdentifier || (0x30...0x39).contains(self) }
}
