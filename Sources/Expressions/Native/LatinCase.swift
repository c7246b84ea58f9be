/// Upper and lower case of the units below 256; nil for the others, whose case is the engine's to know.
enum LatinCase {
    static func upper(_ unit: UInt16) -> [UInt16]? {
        switch unit {
        case 0x61...0x7A, 0xE0...0xF6, 0xF8...0xFE: [unit - 0x20]
        case 0xB5: [0x39C]
        case 0xDF: [0x53, 0x53]
        case 0xFF: [0x178]
        case 0x100...: nil
        default: [unit]
        }
    }

    static func lower(_ unit: UInt16) -> [UInt16]? {
        switch unit {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: [unit + 0x20]
        case 0x100...: nil
        default: [unit]
        }
    }
}
