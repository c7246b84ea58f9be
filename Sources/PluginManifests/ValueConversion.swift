public import CallControl

extension PluginManifest.ValueType {
    /// The value as this type has it, or nil when it is none.
    ///
    /// What a caller keys in reaches a flow as a string of digits, so strings count as what they spell: `"12"` is an
    /// integer and a number, `"true"` a boolean, `"20260131"` and `"2026-01-31"` a date (which becomes `2026-01-31`).
    /// A whole number counts as a string of digits.
    public func conform(_ value: JSONValue) -> JSONValue? {
        switch (self, value) {
        case (.string, .string), (.boolean, .bool), (.object, .object), (.array, .array): value
        case (.string, .number(let number)): Self.integer(number).map { .string(String($0)) }
        case (.integer, .number(let number)): Self.integer(number).map { .number(Double($0)) }
        case (.integer, .string(let text)): Self.integer(text).map { .number(Double($0)) }
        case (.number, .number(let number)): number.isFinite ? value : nil
        case (.number, .string(let text)): Self.number(text).map { .number($0) }
        case (.boolean, .string("true")): .bool(true)
        case (.boolean, .string("false")): .bool(false)
        case (.date, .string(let text)): CalendarDay(text).map { .string($0.iso) }
        default: nil
        }
    }

    /// The numbers of JSON hold every integer up to here exactly (ECMA-262 Number.MAX_SAFE_INTEGER).
    private static let largestInteger = 9_007_199_254_740_991

    private static func integer(_ number: Double) -> Int? {
        guard let integer = Int(exactly: number), integer.magnitude <= largestInteger.magnitude else { return nil }
        return integer
    }

    private static func integer(_ text: String) -> Int? {
        guard let integer = Int(text), integer.magnitude <= largestInteger.magnitude else { return nil }
        return integer
    }

    /// A plain decimal number: no exponent, no hexadecimal digits, no names such as `nan`.
    private static func number(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }) else { return nil }
        return Double(text)
    }
}
