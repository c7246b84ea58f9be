public import Diagnostics
public import Dialogs
public import MarkupReader

/// Makes the document model of an element tree, and says all that is wrong with its structure. The values of
/// attributes are left to the compiler.
public enum DialogParser {
    /// Parses a VoiceXML document.
    /// - Parameters:
    ///   - uri: The document's absolute URI, without a fragment.
    ///   - file: The path or URI that diagnostics carry.
    /// - Returns: The document, nil only when the root is not `<vxml>`, and the diagnostics in document order. With one
    ///   of them that refuses the document it cannot run; what could be read of it is still there, so that the compiler
    ///   can say what else is wrong.
    public static func parse(_ root: MarkupElement, uri: String, file: String) -> (Document?, [Diagnostic]) {
        guard let rule = Language.element("vxml"), root.name == rule.name,
            root.namespace == nil || root.namespace == Namespace.voiceXML
        else { return (nil, [Finding.wrongRoot(root).diagnostic(in: file)]) }

        let named = root["version"].flatMap { LanguageVersion(rawValue: $0.withoutOuterXMLSpace) }
        let version = named ?? .v21
        var checker = StructureChecker(version: version)
        checker.check(root, rule)
        var findings = checker.findings
        if let attribute = root.attribute("version"), named == nil {
            findings.append(.unknownVersion(attribute))
        }

        let document = Document(root, version: version, uri: uri, file: file)
        findings += DuplicateIDs.findings(in: document)
        findings += MissingTargets.findings(in: document)
        let diagnostics = findings.map { $0.diagnostic(in: file) }
        return (document, diagnostics.sorted { $0.position < $1.position })
    }
}
