import CallControl
import Diagnostics
import MarkupReader

/// One ABNF grammar being read: its header first (SRGS 1.0 4), then its rules.
struct ABNFParser {
    private var lexer: ABNFLexer
    private(set) var token = ABNFLexer.Token.end
    private(set) var position: SourcePosition
    private let start: SourcePosition
    let file: String
    private let uri: String
    private var base: String
    private var mode: CompiledGrammar.Mode
    private var tagFormat = TagFormat.script
    private var headerTags: [String] = []
    private var root: (name: String, position: SourcePosition)?
    /// All references in the rule that is being read.
    var references: [RuleReference] = []
    var diagnostics: [Diagnostic] = []

    init(_ text: String, at start: SourcePosition, baseURI: String, file: String, mode: CompiledGrammar.Mode) {
        lexer = ABNFLexer(text, at: start)
        position = start
        self.start = start
        self.file = file
        uri = URIReference.split(baseURI).document
        base = baseURI
        self.mode = mode
    }

    mutating func document() -> GrammarDocument? {
        do throws(ABNFSyntaxError) {
            try advance()
            try readSelfIdentification()
            var rules: [GrammarRule] = []
            while token != .end { try readStatement(&rules) }
            checkNames(of: rules)
            return GrammarDocument(
                uri: uri, file: file, mode: mode, tagFormat: tagFormat, headerTags: headerTags, root: root?.name,
                rules: rules, position: start)
        } catch {
            diagnostics.append(.abnfSyntax(error.message, at: place(error.position)))
            return nil
        }
    }

    func place(_ position: SourcePosition) -> GrammarPlace { GrammarPlace(file: file, position: position) }

    // MARK: Tokens

    mutating func advance() throws(ABNFSyntaxError) { (token, position) = try lexer.next() }

    func failure(_ message: String) -> ABNFSyntaxError { ABNFSyntaxError(message: message, position: position) }

    mutating func expect(_ sign: Character) throws(ABNFSyntaxError) {
        guard token == .sign(sign) else { throw failure("\(sign) is missing here") }
        try advance()
    }

    // MARK: Statements

    /// `#ABNF 1.0 UTF-8;`
    private mutating func readSelfIdentification() throws(ABNFSyntaxError) {
        guard token == .word("#ABNF") else { return }
        try advance()
        guard token == .word("1.0") else { throw failure("the version of ABNF is 1.0") }
        try advance()
        if case .word = token { try advance() }
        try expect(";")
    }

    private mutating func readStatement(_ rules: inout [GrammarRule]) throws(ABNFSyntaxError) {
        switch token {
        case .tag(let text):
            headerTags.append(text)
            try advance()
            try expect(";")
        case .word("public"), .word("private"), .rule: try readRule(&rules)
        case .word(let word) where rules.isEmpty: try readDeclaration(word)
        case .word: throw failure("a declaration stands before all rules")
        default: throw failure("a declaration or a rule begins here")
        }
    }

    private mutating func readDeclaration(_ name: String) throws(ABNFSyntaxError) {
        try advance()
        switch name {
        case "language":
            guard case .word = token else { throw failure("language is written: language en-US;") }
            try advance()
        case "mode": try readMode()
        case "root":
            guard case .rule(let rule) = token else { throw failure("root is written: root $rule;") }
            root = (rule, position)
            try advance()
        case "tag-format": try readTagFormat()
        case "base":
            let written = try readURI("base is written: base <uri>;")
            base = URIReference.resolve(written, against: base) ?? base
        case "lexicon":
            _ = try readURI("lexicon is written: lexicon <uri>;")
            _ = try readMediaType()
        case "meta", "http-equiv": try readMeta(name)
        default: throw failure("there is no declaration \(name)")
        }
        try expect(";")
    }

    private mutating func readMode() throws(ABNFSyntaxError) {
        switch token {
        case .word("dtmf"): mode = .dtmf
        case .word("voice"): mode = .voice
        default: throw failure("mode is dtmf or voice")
        }
        try advance()
    }

    private mutating func readTagFormat() throws(ABNFSyntaxError) {
        let position = position
        let format = try readURI("tag-format is written: tag-format <semantics/1.0>;")
        switch format {
        case "semantics/1.0": tagFormat = .script
        case "semantics/1.0-literals": tagFormat = .literals
        default: diagnostics.append(.unsupportedTagFormat(format, at: place(position)))
        }
    }

    private mutating func readURI(_ message: String) throws(ABNFSyntaxError) -> String {
        guard case .angle(let uri) = token else { throw failure(message) }
        try advance()
        return uri.withoutOuterXMLSpace
    }

    /// `~<application/srgs>`
    private mutating func readMediaType() throws(ABNFSyntaxError) -> (text: String, position: SourcePosition)? {
        guard token == .sign("~") else { return nil }
        try advance()
        let position = position
        return (try readURI("a media type is written: ~<application/srgs>"), position)
    }

    /// `meta "name" is "content";`
    private mutating func readMeta(_ name: String) throws(ABNFSyntaxError) {
        guard case .quoted = token else { throw failure("it is written: \(name) \"…\" is \"…\";") }
        try advance()
        guard token == .word("is") else { throw failure("it is written: \(name) \"…\" is \"…\";") }
        try advance()
        guard case .quoted = token else { throw failure("it is written: \(name) \"…\" is \"…\";") }
        try advance()
    }

    private mutating func readRule(_ rules: inout [GrammarRule]) throws(ABNFSyntaxError) {
        let isPublic = token == .word("public")
        if case .word = token { try advance() }
        let position = position
        guard case .rule(let name) = token else { throw failure("a rule is written: $name = …;") }
        try advance()
        try expect("=")
        references = []
        let expansion = try readAlternatives()
        try expect(";")
        if ["NULL", "VOID", "GARBAGE"].contains(name) { diagnostics.append(.reservedRule(name, at: place(position))) }
        if rules.contains(where: { $0.name == name }) {
            diagnostics.append(.duplicateRule(name, at: place(position)))
        }
        rules.append(
            GrammarRule(
                name: name, isPublic: isPublic, expansion: expansion, references: references, position: position))
    }

    private mutating func checkNames(of rules: [GrammarRule]) {
        if rules.isEmpty { diagnostics.append(.withoutRules(at: place(start))) }
        let names = Set(rules.map(\.name))
        if let root, !names.contains(root.name) {
            diagnostics.append(.missingRoot(root.name, at: place(root.position)))
        }
        for reference in rules.flatMap(\.references) {
            if case .local(let name) = reference.target, !names.contains(name) {
                diagnostics.append(.missingRule(name, at: place(reference.position)))
            }
        }
    }

    // MARK: What rules are made of

    /// A rule of another document, or of this one.
    mutating func reference(toURI written: String, at position: SourcePosition) throws(ABNFSyntaxError) -> RuleExpansion
    {
        if let type = try readMediaType(), let format = GrammarFormat.unsupported(mediaType: type.text) {
            diagnostics.append(.unsupportedFormat(format, at: place(type.position)))
        }
        let (document, fragment) = URIReference.split(written.withoutOuterXMLSpace)
        if document.isEmpty, let fragment, !fragment.isEmpty { return refer(to: .local(fragment), at: position) }
        guard !document.isEmpty, fragment != "", let absolute = URIReference.resolve(document, against: base) else {
            throw ABNFSyntaxError(message: "<\(written)> is no uri#rule", position: position)
        }
        return refer(to: .external(document: absolute, rule: fragment), at: position)
    }

    mutating func refer(to target: RuleReference.Target, at position: SourcePosition) -> RuleExpansion {
        let reference = RuleReference(target: target, position: position)
        references.append(reference)
        return .reference(reference)
    }

    /// The keys of a word: all that is written together. Words of a voice grammar match no key.
    mutating func keys(_ word: String, at position: SourcePosition) -> [RuleExpansion] {
        guard mode == .dtmf else { return [.void] }
        guard let keys = KeyTokens.keys(of: word.filter { !$0.isWhitespace }) else {
            diagnostics.append(.notAKey(word, at: place(position)))
            return []
        }
        return keys.map { .key(KeySet($0)) }
    }
}
