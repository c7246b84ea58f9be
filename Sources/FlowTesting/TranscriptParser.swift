import CallControl

extension Transcript {
    /// Reads a transcript (`Documentation.docc/Transcripts.md`).
    /// - Throws: `TranscriptError` with the line of the first thing that is wrong.
    public init(parsing text: String) throws(TranscriptError) {
        var parser = TranscriptParser()
        for line in TranscriptLines.grouped(text) {
            try parser.read(line)
        }
        self = try parser.finish()
    }
}

/// The lines of a file, continuations with what they continue.
enum TranscriptLines {
    struct Group {
        var number: Int
        var source: [String]

        var isRemark: Bool {
            let head = source[0].drop(while: \.isWhitespace)
            return head.isEmpty || head.hasPrefix("#")
        }

        /// The line with its continuations as one text.
        var text: String { source.joined(separator: " ").collapsingWhitespace() }
    }

    static func grouped(_ text: String) -> [Group] {
        var groups: [Group] = []
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for (index, line) in lines.enumerated() {
            let isIndented = line.first?.isWhitespace == true && !line.allSatisfy(\.isWhitespace)
            if isIndented, let last = groups.indices.last, !groups[last].isRemark {
                groups[last].source.append(String(line))
            } else {
                groups.append(Group(number: index + 1, source: [String(line)]))
            }
        }
        return groups
    }
}

/// Reads line by line; first the header, then what happens.
struct TranscriptParser {
    private var lines: [TranscriptLine] = []
    private var header: TranscriptHeader?
    private var hasBody = false
    private var hasEnd = false

    init() {}

    mutating func read(_ group: TranscriptLines.Group) throws(TranscriptError) {
        let content: TranscriptLine.Content
        do {
            content = group.isRemark ? .remark : try self.content(of: group.text)
        } catch {
            throw TranscriptError(line: group.number, message: error.message)
        }
        lines.append(TranscriptLine(number: group.number, source: group.source, content: content))
    }

    func finish() throws(TranscriptError) -> Transcript {
        guard let header else {
            throw TranscriptError(line: 1, message: "a transcript begins with who calls: call from tel:… to tel:… at …")
        }
        return Transcript(lines: lines, header: header)
    }

    private mutating func content(of text: String) throws(TranscriptSyntaxError) -> TranscriptLine.Content {
        let statement = TranscriptStatement(text)
        if statement.keyword == "call" {
            guard header == nil else { throw .init("there is a second call line; a transcript tells of one call") }
            header = try TranscriptHeader(call: statement)
            return .header
        }
        guard header != nil else {
            throw .init("before this there must be the line that says who calls: call from tel:… to tel:… at …")
        }
        if try header?.read(statement) == true {
            guard !hasBody else { throw .init("\(statement.keyword): belongs before the first thing that happens") }
            return .header
        }
        hasBody = true
        guard !hasEnd else { throw .init("there is nothing after the end of the call") }
        let content = try statement.content()
        if case .expectation(.ends) = content { hasEnd = true }
        return content
    }
}

/// What is wrong with a line.
struct TranscriptSyntaxError: Error {
    var message: String
    init(_ message: String) { self.message = message }
}

/// `KEYWORD WORDS…: ARGUMENT`, of which only the keyword must be there.
struct TranscriptStatement {
    var keyword: String
    /// What stands between the keyword and the colon.
    var modifiers: [Substring]
    /// What stands behind the colon; nil: there is no colon.
    var argument: String?

    init(_ text: String) {
        // A `call` line has URIs in it, and those have colons.
        let head: Substring
        if text == "call" || text.hasPrefix("call ") {
            head = text[...]
        } else if let colon = text.firstIndex(of: ":") {
            head = text[..<colon]
            argument = text[text.index(after: colon)...].description.collapsingWhitespace()
        } else {
            head = text[...]
        }
        let words = head.split(separator: " ")
        keyword = words.first.map(String.init) ?? ""
        modifiers = Array(words.dropFirst())
    }
}
