/// Something that is wrong at a place of a document, while it is not yet said which file that is.
///
/// Each room that finds has its wordings and ids in one extension of this type.
public struct Finding: Hashable, Sendable {
    public var severity: Diagnostic.Severity
    public var id: String
    public var message: String
    public var hint: String?
    public var position: SourcePosition
    public var refusesDocument: Bool

    /// The document cannot run: `error.badfetch` for whoever asked for it.
    public static func refusal(
        _ id: String, _ message: String, hint: String? = nil, at position: SourcePosition
    ) -> Finding {
        Finding(severity: .error, id: id, message: message, hint: hint, position: position, refusesDocument: true)
    }

    /// The document runs; reaching the place throws an event.
    public static func failure(
        _ id: String, _ message: String, hint: String? = nil, at position: SourcePosition
    ) -> Finding {
        Finding(severity: .error, id: id, message: message, hint: hint, position: position, refusesDocument: false)
    }

    /// The document runs, and hardly as it was meant to.
    public static func warning(
        _ id: String, _ message: String, hint: String? = nil, at position: SourcePosition
    ) -> Finding {
        Finding(severity: .warning, id: id, message: message, hint: hint, position: position, refusesDocument: false)
    }

    public func diagnostic(in file: String) -> Diagnostic {
        Diagnostic(
            severity, id: id, message, hint: hint, file: file, position: position, refusesDocument: refusesDocument)
    }
}
