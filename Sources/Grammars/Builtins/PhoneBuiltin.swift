import CallControl

/// `phone`: a telephone number; the key `*` stands before an extension and becomes `x`.
struct PhoneBuiltin: BuiltinType {
    static let name = "phone"

    init(_ parameters: inout BuiltinParameters) {}

    var expansion: RuleExpansion {
        let digits = RuleExpansion.repetition(.key(.digits), .oneOrMore)
        return .sequence([digits, .repetition(.sequence([.key("*"), digits]), .optional)])
    }

    func interpretation(of keys: [DTMFKey]) -> BuiltinInterpretation {
        .string(keys.text.replacing("*", with: "x"))
    }
}
