import Diagnostics

/// The tokens of ABNF (SRGS 1.0 appendix D).
struct ABNFLexer {
    enum Token: Hashable {
        case word(String)
        case quoted(String)
        /// `$name`
        case rule(String)
        /// `$<uri>`
        case ruleURI(String)
        /// `<…>`: a repeat, or a URI.
        case angle(String)
        /// `{…}` or `{!{…}!}`
        case tag(String)
        /// One of `; = | ( ) [ ] / ! ~`.
        case sign(Character)
        case end
    }

    private let text: [Character]
    private var index = 0
    private(set) var position: SourcePosition

    init(_ text: String, at start: SourcePosition) {
        self.text = Array(text)
        position = start
    }

    /// The next token and where it starts.
    mutating func next() throws(ABNFSyntaxError) -> (token: Token, position: SourcePosition) {
        try skipSpace()
        let start = position
        guard let character = peek() else { return (.end, start) }
        if Self.signs.contains(character) {
            advance()
            return (.sign(character), start)
        }
        switch character {
        case "\"": return (.quoted(try delimited(by: "\"", from: start)), start)
        case "'": return (.quoted(try delimited(by: "'", from: start)), start)
        case "<": return (.angle(try delimited(by: ">", from: start)), start)
        case "{": return (.tag(try tag(from: start)), start)
        case "$": return (try reference(from: start), start)
        default: return (.word(run(while: Self.isWordCharacter)), start)
        }
    }

    private static let signs: Set<Character> = [";", "=", "|", "(", ")", "[", "]", "/", "!", "~"]
    private static let others: Set<Character> = ["\"", "<", ">", "{", "}", "$"]

    private static func isWordCharacter(_ character: Character) -> Bool {
        !character.isWhitespace && !signs.contains(character) && !others.contains(character)
    }

    /// A name of XML without what a rule name lacks: `.`, `:` and `-`.
    private static func isNameCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }

    private func peek(_ offset: Int = 0) -> Character? {
        text.indices.contains(index + offset) ? text[index + offset] : nil
    }

    private func stands(_ word: String) -> Bool { text[index...].starts(with: word) }

    /// Over one character. Swift 6.3.1 compiles a loop over a range here, `for _ in 0..<count`, to code that reads an old
    /// `index` behind it, in release builds only.
    private mutating func advance() {
        guard let character = peek() else { return }
        index += 1
        position =
            character.isNewline
            ? SourcePosition(line: position.line + 1, column: 1)
            : SourcePosition(line: position.line, column: position.column + 1)
    }

    private mutating func advance(over mark: String) {
        var rest = mark.count
        while rest > 0 {
            advance()
            rest -= 1
        }
    }

    private mutating func run(while isPart: (Character) -> Bool) -> String {
        let start = index
        while let character = peek(), isPart(character) { advance() }
        // What no token can begin with stands for itself, so that the parser can say that it is wrong.
        if index == start { advance() }
        return String(text[start..<index])
    }

    private mutating func skipSpace() throws(ABNFSyntaxError) {
        while let character = peek() {
            if character.isWhitespace {
                advance()
            } else if stands("//") {
                while let next = peek(), !next.isNewline { advance() }
            } else if stands("/*") {
                let start = position
                while !stands("*/") {
                    guard peek() != nil else {
                        throw ABNFSyntaxError(message: "the comment has no end", position: start)
                    }
                    advance()
                }
                advance(over: "*/")
            } else {
                return
            }
        }
    }

    private mutating func delimited(
        by end: Character, from start: SourcePosition
    ) throws(ABNFSyntaxError) -> String {
        advance()
        let first = index
        while let character = peek(), character != end { advance() }
        guard peek() != nil else { throw ABNFSyntaxError(message: "there is no \(end) to end this", position: start) }
        defer { advance() }
        return String(text[first..<index])
    }

    private mutating func tag(from start: SourcePosition) throws(ABNFSyntaxError) -> String {
        guard stands("{!{") else { return try delimited(by: "}", from: start) }
        advance(over: "{!{")
        let first = index
        while !stands("}!}") {
            guard peek() != nil else { throw ABNFSyntaxError(message: "there is no }!} to end this", position: start) }
            advance()
        }
        defer { advance(over: "}!}") }
        return String(text[first..<index])
    }

    private mutating func reference(from start: SourcePosition) throws(ABNFSyntaxError) -> Token {
        advance()
        if peek() == "<" { return .ruleURI(try delimited(by: ">", from: start)) }
        guard let character = peek(), Self.isNameCharacter(character) else {
            throw ABNFSyntaxError(message: "a rule is named $name or $<uri>", position: start)
        }
        return .rule(run(while: Self.isNameCharacter))
    }
}
