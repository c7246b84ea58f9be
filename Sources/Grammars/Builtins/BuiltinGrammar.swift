public import CallControl

/// A builtin grammar (VoiceXML 2.0 appendix P), named by a field's type or by a URI.
public struct BuiltinGrammar: Sendable {
    /// Grammars of spoken input (`builtin:grammar/…`) count as active and match no key.
    public let mode: CompiledGrammar.Mode
    private let type: any BuiltinType

    private static let types: [any BuiltinType.Type] = [
        BooleanBuiltin.self, DateBuiltin.self, DigitsBuiltin.self, CurrencyBuiltin.self, NumberBuiltin.self,
        PhoneBuiltin.self, TimeBuiltin.self,
    ]

    /// The names of all types, in alphabetical order.
    public static var names: [String] { types.map { $0.name }.sorted() }

    /// Reads a type (`digits?minlength=3;maxlength=5`) or a URI (`builtin:dtmf/digits?length=4`).
    /// - Throws: `BuiltinError` for an unknown type, and for parameters that are unknown, malformed or contradictory.
    public init(_ text: String) throws(BuiltinError) {
        let reference = try BuiltinReference(text)
        guard let type = Self.types.first(where: { $0.name == reference.name }) else {
            throw BuiltinError(.unknownType, "there is no builtin grammar \"\(reference.name)\"")
        }
        var parameters = BuiltinParameters(reference)
        self.type = try type.init(&parameters)
        try parameters.refuseOthers()
        mode = reference.mode
    }

    /// The grammar of the keys; its result is `interpretation(of:)`, not a tag's.
    public func compile() throws(GrammarError) -> CompiledGrammar {
        mode == .voice ? .voice : try CompiledGrammar(type.expansion, named: Swift.type(of: type).name)
    }

    /// What keys that match mean.
    public func interpretation(of keys: [DTMFKey]) -> BuiltinInterpretation { type.interpretation(of: keys) }
}

/// What the keys of a builtin grammar mean.
public enum BuiltinInterpretation: Hashable, Sendable {
    case bool(Bool)
    case string(String)
}

/// Why there is no such builtin grammar.
public struct BuiltinError: Error, Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case unknownType
        case badParameters
    }

    public var kind: Kind
    public var message: String

    /// The event of VoiceXML: `error.unsupported.builtin` or `error.badfetch`.
    public var event: String {
        switch kind {
        case .unknownType: "error.unsupported.builtin"
        case .badParameters: "error.badfetch"
        }
    }

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}

/// A type of builtin grammar.
protocol BuiltinType: Sendable {
    static var name: String { get }
    init(_ parameters: inout BuiltinParameters) throws(BuiltinError)
    var expansion: RuleExpansion { get }
    func interpretation(of keys: [DTMFKey]) -> BuiltinInterpretation
}
