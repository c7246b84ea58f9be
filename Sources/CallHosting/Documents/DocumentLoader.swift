public import PluginManifests

/// Reads and compiles documents, grammars and scripts, once for all calls.
public final class DocumentLoader: Sendable {
    /// - Parameters:
    ///   - plugins: what `<object>` is checked against.
    ///   - properties: default values of properties.
    public init(plugins: PluginCatalog = PluginCatalog(), properties: [String: String] = [:]) {}

    /// Reads a VoiceXML document or an SRGS grammar with all that it refers to and says what is wrong with it.
    /// - Parameter path: a path or a `file:` URI.
    public func check(_ path: String) throws(UnreadableFile) -> CheckedDocument {
        CheckedDocument(machine: nil, diagnostics: [])
    }
}
