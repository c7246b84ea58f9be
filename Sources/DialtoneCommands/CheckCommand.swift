import ArgumentParser
import CallHosting
import Diagnostics
import Foundation
import PluginKit

/// `dialtone check`.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says what is wrong with flows.",
        discussion: """
            Everything that can be found before a call is taken, each with its place:

              file:line:column: error: text [id]
                  hint: what to do about it

            A folder is one application: all its documents are checked. The exit status is 0 without errors, 1 with \
            an error (with --strict also with a warning), 2 for a usage that is wrong and for what cannot be read.
            A document on a server is given by its http or https URI; those that it leads to are not asked for.
            """)

    @Argument(help: "Documents, grammars, and folders with them.")
    var paths: [String]

    @Flag(help: "Count warnings as errors.")
    var strict = false

    @Flag(help: "Hold documents against the schema, too, which the parser's own checks should leave nothing to do.")
    var schema = false

    func run() async throws {
        let console = Console.current
        var seen: Set<Diagnostic> = []
        var count = 0
        for path in paths {
            for (folder, files) in try FlowFiles.byConfiguration(at: path) {
                count += files.count
                for diagnostic in try await diagnostics(of: files, folder: folder, isApplication: files != [path])
                where seen.insert(diagnostic).inserted {
                    console.print(diagnostic.description)
                }
            }
        }
        let errors = seen.count { $0.severity == .error }
        let warnings = seen.count - errors
        console.print(
            [("file", count), ("error", errors), ("warning", warnings)].map(Self.counted).joined(separator: ", "))
        guard errors == 0, !strict || warnings == 0 else { throw ExitCode(1) }
    }

    private func diagnostics(
        of files: [String], folder: String, isApplication: Bool
    ) async throws -> [Diagnostic] {
        let setup = try FlowSetup(
            folder: folder, factories: LinkedPlugins.factories, refusesBadProperties: false)
        let loader = DocumentLoader(
            plugins: setup.plugins.catalog, properties: setup.configuration.properties,
            access: setup.configuration.access)
        return setup.configuration.diagnostics
            + (try await loader.checkAll(files, isApplication: isApplication, againstSchema: schema))
    }

    private static func counted(_ noun: String, _ count: Int) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
