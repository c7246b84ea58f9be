import ArgumentParser
import DialogParser

/// `dialtone schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the schema of the language, for editors.",
        discussion: """
            RELAX NG for VoiceXML documents and for grammars in XML, with what Dialtone adds:

              dialtone schema > voicexml.rng
              dialtone schema --compact > voicexml.rnc
            """)

    @Flag(help: "Print it in compact syntax, not in XML.")
    var compact = false

    func run() throws {
        Console.current.print((compact ? LanguageSchema.compactText : LanguageSchema.text).trimmed)
    }
}

extension String {
    /// Without the newline at the end.
    fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
