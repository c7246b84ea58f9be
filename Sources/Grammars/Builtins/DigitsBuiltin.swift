import CallControl

/// `digits`: one or more digits, as many as the parameters length, or minlength and maxlength, allow.
struct DigitsBuiltin: BuiltinType {
    static let name = "digits"

    private let lengths: Repetition

    init(_ parameters: inout BuiltinParameters) throws(BuiltinError) {
        let length = try parameters.length("length", atLeast: 1)
        let least = try parameters.length("minlength", atLeast: 0)
        let most = try parameters.length("maxlength", atLeast: 1)
        if let length {
            guard (least ?? length) <= length, length <= (most ?? length) else {
                throw BuiltinError(.badParameters, "length=\(length) contradicts minlength or maxlength")
            }
            lengths = .exactly(length)
        } else {
            if let least, let most, least > most {
                throw BuiltinError(.badParameters, "minlength=\(least) is more than maxlength=\(most)")
            }
            lengths = Repetition(minimum: least ?? 1, maximum: most)
        }
    }

    var expansion: RuleExpansion { .repetition(.key(.digits), lengths) }

    func interpretation(of keys: [DTMFKey]) -> BuiltinInterpretation { .string(keys.text) }
}
