import Diagnostics

/// The diagnostics of this room; each refuses the document.
extension Diagnostic {
    private static let start = SourcePosition(line: 1, column: 1)

    static func malformed(_ message: String, file: String, at position: SourcePosition) -> Self {
        Diagnostic(
            .error, id: "malformed-xml", message, hint: "the document must be well-formed XML 1.0", file: file,
            position: position, refusesDocument: true)
    }

    static func tooLarge(_ message: String, file: String) -> Self {
        Diagnostic(
            .error, id: "document-too-large", message, hint: "split the document", file: file, position: start,
            refusesDocument: true)
    }

    static func tooDeep(limit: Int, file: String, at position: SourcePosition) -> Self {
        Diagnostic(
            .error, id: "too-deep", "elements are nested more than \(limit) deep", file: file, position: position,
            refusesDocument: true)
    }

    static func expansion(_ message: String, file: String, at position: SourcePosition) -> Self {
        Diagnostic(
            .error, id: "entity-expansion", message, hint: "write the text out instead of using entities", file: file,
            position: position, refusesDocument: true)
    }

    static func unknownEntity(_ name: String, external: Bool, file: String, at position: SourcePosition) -> Self {
        external
            ? Diagnostic(
                .error, id: "external-entity", "the entity '\(name)' is outside the document and is not read",
                hint: "write the text out, or declare the entity with its value", file: file, position: position,
                refusesDocument: true)
            : Diagnostic(
                .error, id: "undeclared-entity", "the entity '\(name)' is not declared",
                hint: "only &amp; &lt; &gt; &quot; &apos; and character references such as &#160; need no declaration",
                file: file, position: position, refusesDocument: true)
    }

    static func badEncoding(_ message: String, file: String) -> Self {
        Diagnostic(
            .error, id: "bad-encoding", message, hint: "save the document as UTF-8", file: file, position: start,
            refusesDocument: true)
    }
}
