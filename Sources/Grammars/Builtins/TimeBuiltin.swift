import CallControl

/// `time`: hhmm, 0000 to 2359. Keys cannot say whether it is before or after noon: the result ends with `h` where only
/// a clock of 24 hours has such a time, else with `?`.
struct TimeBuiltin: BuiltinType {
    static let name = "time"

    init(_ parameters: inout BuiltinParameters) {}

    var expansion: RuleExpansion {
        .sequence([.alternatives((0...23).map(RuleExpansion.twoDigits)), .key("012345"), .key(.digits)])
    }

    func interpretation(of keys: [DTMFKey]) -> BuiltinInterpretation {
        let hour = Int(keys.prefix(2).text) ?? 0
        return .string(keys.text + ((1...12).contains(hour) ? "?" : "h"))
    }
}
