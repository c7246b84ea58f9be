/// A place in a file: line and column count from 1; a column counts characters.
public struct SourcePosition: Comparable, Hashable, Codable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// Something that is wrong with a flow, found before a call is taken.
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable {
        case error, warning
    }

    public var severity: Severity
    /// A stable id of the rule, in kebab case: `unknown-element`.
    public var id: String
    public var message: String
    /// What to do about it.
    public var hint: String?
    /// The path or URI of the file.
    public var file: String
    public var position: SourcePosition
    /// Whether a document with this cannot run at all (`error.badfetch` for whoever asked for it). An error without
    /// it, such as an expression that does not parse, is thrown as an event when the call reaches its place.
    public var refusesDocument: Bool

    public init(
        _ severity: Severity, id: String, _ message: String, hint: String? = nil, file: String,
        position: SourcePosition, refusesDocument: Bool
    ) {
        self.severity = severity
        self.id = id
        self.message = message
        self.hint = hint
        self.file = file
        self.position = position
        self.refusesDocument = refusesDocument
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `file:line:column: error: text [id]`, and the hint on a line of its own.
    public var description: String {
        let head = "\(file):\(position.line):\(position.column): \(severity.rawValue): \(message) [\(id)]"
        return hint.map { head + "\n    hint: " + $0 } ?? head
    }
}
