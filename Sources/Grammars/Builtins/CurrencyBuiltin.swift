import CallControl

/// `currency`: an amount; the key `*` is the decimal point, one or two digits may follow it. The result has the form
/// mm.nn: keys cannot say which currency it is.
struct CurrencyBuiltin: BuiltinType {
    static let name = "currency"

    init(_ parameters: inout BuiltinParameters) {}

    var expansion: RuleExpansion {
        let whole = RuleExpansion.repetition(.key(.digits), .oneOrMore)
        let fraction = RuleExpansion.sequence([
            .key("*"), .repetition(.key(.digits), Repetition(minimum: 1, maximum: 2)),
        ])
        return .alternatives([.sequence([whole, .repetition(fraction, .optional)]), fraction])
    }

    func interpretation(of keys: [DTMFKey]) -> BuiltinInterpretation {
        let parts = keys.text.split(separator: "*", omittingEmptySubsequences: false)
        let whole = parts[0].isEmpty ? "0" : parts[0]
        let fraction = parts.count > 1 ? parts[1] : ""
        return .string("\(whole).\(fraction)" + String(repeating: "0", count: max(0, 2 - fraction.count)))
    }
}
