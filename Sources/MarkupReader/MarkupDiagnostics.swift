import Diagnostics

/// The diagnostics of this room; each refuses the document.
extension Diagnostic {
    private static let start = SourcePosition(line: 1, column: 1)

    static func malformed(_ problem: XMLProblem, file: String, at position: SourcePosition) -> Self {
        Diagnostic(
            .error, id: "malformed-xml", problem.message, hint: problem.hint, file: file, position: position,
            refusesDocument: true)
    }

    static func tooLarge(_ message: String, file: String) -> Self {
        Diagnostic(
            .error, id: "document-too-large", message, hint: "Split the document.", file: file, position: start,
            refusesDocument: true)
    }

    static func tooDeep(limit: Int, file: String, at position: SourcePosition) -> Self {
        Diagnostic(
            .error, id: "too-deep", "Elements are nested more than \(limit) deep",
            hint: "Take some of them out of the others.", file: file, position: position,
            refusesDocument: true)
    }

    static func expansion(_ message: String, file: String, at position: SourcePosition) -> Self {
        Diagnostic(
            .error, id: "entity-expansion", message, hint: "Write the text out instead of using entities.", file: file,
            position: position, refusesDocument: true)
    }

    static func unknownEntity(_ name: String, external: Bool, file: String, at position: SourcePosition) -> Self {
        external
            ? Diagnostic(
                .error, id: "external-entity", "The entity '\(name)' is outside the document and is not read",
                hint: "Write the text out, or declare the entity with its value.", file: file, position: position,
                refusesDocument: true)
            : Diagnostic(
                .error, id: "undeclared-entity", "The entity '\(name)' is not declared",
                hint: "Only &amp; &lt; &gt; &quot; &apos; and character references such as &#160; need no declaration.",
                file: file, position: position, refusesDocument: true)
    }

    static func parameterEntity(_ name: String, file: String, at position: SourcePosition) -> Self {
        Diagnostic(
            .error, id: "parameter-entity", "The parameter entity '\(name)' is not read",
            hint: "Write the declarations out.", file: file, position: position, refusesDocument: true)
    }

    static func tooManyAttributes(limit: Int, file: String, at position: SourcePosition) -> Self {
        Diagnostic(
            .error, id: "too-many-attributes", "An element has more than \(limit) attributes",
            hint: "No element of VoiceXML has so many.", file: file,
            position: position, refusesDocument: true)
    }

    static func againstSchema(_ problem: String?, file: String, at position: SourcePosition) -> Self {
        Diagnostic(
            .error, id: "schema", "The schema of the language does not allow this" + (problem.map { ": " + $0 } ?? ""),
            hint: "dialtone schema prints it.", file: file, position: position, refusesDocument: true)
    }

    static func badEncoding(_ message: String, file: String) -> Self {
        Diagnostic(
            .error, id: "bad-encoding", message, hint: "Save the document as UTF-8.", file: file, position: start,
            refusesDocument: true)
    }
}
