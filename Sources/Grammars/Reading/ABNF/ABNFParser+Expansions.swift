import Diagnostics
import MarkupReader

/// What stands at the right of a rule's equals sign (SRGS 1.0 2).
extension ABNFParser {
    /// How deep parentheses and brackets may be nested.
    private static let depthLimit = 100

    /// `/10/ one | /2/ two`
    mutating func readAlternatives(depth: Int = 0) throws(ABNFSyntaxError) -> RuleExpansion {
        guard depth < Self.depthLimit else { throw failure("brackets are nested deeper than \(Self.depthLimit)") }
        var alternatives: [RuleExpansion] = []
        while true {
            try skipWeight()
            alternatives.append(try readSequence(depth: depth))
            guard token == .sign("|") else { break }
            try advance()
        }
        return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
    }

    private mutating func readSequence(depth: Int) throws(ABNFSyntaxError) -> RuleExpansion {
        var parts: [RuleExpansion] = []
        while let part = try readPart(depth: depth) {
            try skipLanguage()
            parts += try readRepeat(of: part)
        }
        guard !parts.isEmpty else { throw failure("keys, $rule, ( or [ are missing here") }
        return .sequence(parts)
    }

    /// nil at the end of a sequence.
    private mutating func readPart(depth: Int) throws(ABNFSyntaxError) -> [RuleExpansion]? {
        let (token, position) = (token, position)
        switch token {
        case .word(let word), .quoted(let word):
            try advance()
            return keys(word, at: position)
        case .tag(let text):
            try advance()
            return [.tag(text)]
        case .rule(let name):
            try advance()
            return [special(name) ?? refer(to: .local(name), at: position)]
        case .ruleURI(let uri):
            try advance()
            return [try reference(toURI: uri, at: position)]
        case .sign("("): return [try readGroup(depth: depth)]
        case .sign("["):
            try advance()
            let content = try readAlternatives(depth: depth + 1)
            try expect("]")
            return [.repetition(content, .optional)]
        default: return nil
        }
    }

    /// `(…)`; nothing between the parentheses is nothing to press.
    private mutating func readGroup(depth: Int) throws(ABNFSyntaxError) -> RuleExpansion {
        try advance()
        if token == .sign(")") {
            try advance()
            return .null
        }
        let content = try readAlternatives(depth: depth + 1)
        try expect(")")
        return content
    }

    private func special(_ name: String) -> RuleExpansion? {
        switch name {
        case "NULL": .null
        case "VOID": .void
        case "GARBAGE": .garbage
        default: nil
        }
    }

    /// `<2>`, `<0-1>`, `<1->`, each perhaps with a probability: `<0-1 /0.6/>`. It is about what stands before it: the
    /// last key of a word that holds several would surprise, so it is the whole word.
    private mutating func readRepeat(of part: [RuleExpansion]) throws(ABNFSyntaxError) -> [RuleExpansion] {
        guard case .angle(let text) = token else { return part }
        let pieces = text.split(separator: "/", omittingEmptySubsequences: false).map {
            String($0).withoutOuterXMLSpace
        }
        let isPlain = pieces.count == 1
        let hasProbability = pieces.count == 3 && pieces[2].isEmpty && (Double(pieces[1]).map { 0...1 ~= $0 } ?? false)
        guard isPlain || hasProbability, let repetition = Repetition(attribute: pieces[0]) else {
            diagnostics.append(.badRepeat(text, at: place(position)))
            try advance()
            return part
        }
        try advance()
        return [.repetition(.sequence(part), repetition)]
    }

    /// Weights do not change what matches.
    private mutating func skipWeight() throws(ABNFSyntaxError) {
        guard token == .sign("/") else { return }
        try advance()
        guard case .word(let number) = token, let weight = Double(number), weight >= 0 else {
            throw failure("a weight is written: /2.5/")
        }
        try advance()
        try expect("/")
    }

    /// `!en-US` is for speech.
    private mutating func skipLanguage() throws(ABNFSyntaxError) {
        guard token == .sign("!") else { return }
        try advance()
        guard case .word = token else { throw failure("a language is written: !en-US") }
        try advance()
    }
}
