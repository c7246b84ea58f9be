import CallControl

/// `boolean`: one key for yes, one for no, 1 and 2 unless the parameters y and n say otherwise.
struct BooleanBuiltin: BuiltinType {
    static let name = "boolean"

    private let yes: DTMFKey
    private let no: DTMFKey

    init(_ parameters: inout BuiltinParameters) throws(BuiltinError) {
        yes = try parameters.key("y") ?? .one
        no = try parameters.key("n") ?? .two
        guard yes != no else {
            throw BuiltinError(.badParameters, "the key \(yes.character) cannot mean both yes and no")
        }
    }

    var expansion: RuleExpansion { .alternatives([.key(KeySet(yes)), .key(KeySet(no))]) }

    func interpretation(of keys: [DTMFKey]) -> BuiltinInterpretation { .bool(keys == [yes]) }
}
