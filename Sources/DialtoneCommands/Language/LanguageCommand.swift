import ArgumentParser

/// `dialtone language`.
struct LanguageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language",
        abstract: "Prints every element, attribute, property, event and builtin type, and what becomes of it.",
        discussion: """
            Made of the tables that the parser and the compiler work by. With the folder of tests of this project it \
            names the tests, too:

              dialtone language --markdown --tests Tests
            """)

    @Flag(help: "Print tables in Markdown.")
    var markdown = false

    @Option(help: "A folder of tests: names those of each part.")
    var tests: String?

    func run() throws {
        let table = LanguageTable(parts: LanguagePart.all, tests: try tests.map { try TestSearch(folder: $0) })
        Console.current.print(markdown ? table.markdown : table.text)
    }
}
