import CallControl

/// `number`: digits, with at most one decimal point, which is the key `*`.
struct NumberBuiltin: BuiltinType {
    static let name = "number"

    init(_ parameters: inout BuiltinParameters) {}

    var expansion: RuleExpansion {
        let digits = RuleExpansion.repetition(.key(.digits), .oneOrMore)
        return .alternatives([
            .sequence([digits, .repetition(.sequence([.key("*"), digits]), .optional)]),
            .sequence([.key("*"), digits]),
        ])
    }

    func interpretation(of keys: [DTMFKey]) -> BuiltinInterpretation {
        .string(keys.text.replacing("*", with: "."))
    }
}
