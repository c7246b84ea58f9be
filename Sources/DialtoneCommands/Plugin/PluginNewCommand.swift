import ArgumentParser
import FlowTesting
import Foundation
import PluginManifests

/// `dialtone plugin new`.
struct PluginNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Writes a new plugin that works, with its test.",
        discussion: """
            In Python it is a program of its own, which works at once. In Swift it is linked in, so this is done in the \
            folder of Dialtone's sources; what makes it known is printed.
            """)

    enum Language: String, ExpressibleByArgument, CaseIterable {
        case swift, python
    }

    @Argument(help: "Its name: letters, digits and underlines, a capital first.")
    var name: String

    @Option(help: "What it is written in.")
    var language: Language

    @Option(help: ArgumentHelp("The folder in which its own folder is made.", valueName: "dir"))
    var into = PluginFolders.name

    func validate() throws {
        guard PluginManifest.isIdentifier(name), name.first?.isUppercase == true else {
            let capitalized = name.prefix(1).uppercased() + name.dropFirst()
            let isNear = PluginManifest.isIdentifier(capitalized) && capitalized.first?.isUppercase == true
            throw ValidationError(
                "'\(name)' is no name of letters, digits and underlines with a capital first."
                    + (isNear ? " Take \(capitalized)." : ""))
        }
    }

    func run() throws {
        let console = Console.current
        let template: any PluginTemplate =
            switch language {
            case .python: PythonPluginTemplate(name: name)
            case .swift: SwiftPluginTemplate(name: name)
            }
        if language == .swift, !FileManager.default.fileExists(atPath: "Sources/DialtoneCommands/LinkedPlugins.swift") {
            throw CommandFailure(
                "a plugin in Swift is linked into Dialtone: do this in the folder of Dialtone's sources, or take "
                    + "--language python")
        }
        let folder = URL(fileURLWithPath: into, isDirectory: true).appendingPathComponent(name)
        guard !FileManager.default.fileExists(atPath: folder.path) else {
            throw CommandFailure("\(folder.relativePath) is there already")
        }
        for (path, text) in template.files {
            try Self.write(text, to: folder.appendingPathComponent(path))
            console.print("\(into)/\(name)/\(path)")
        }
        console.print("\n" + template.advice(folder: "\(into)/\(name)"))
    }
}

extension PluginNewCommand {
    private static func write(_ text: String, to file: URL) throws {
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        } catch {
            throw CommandFailure("\(file.relativePath): cannot be written: \(error.fileReason)")
        }
    }
}

/// The files of a new plugin.
protocol PluginTemplate {
    /// Paths below the plugin's folder, and their texts.
    var files: [(path: String, text: String)] { get }

    /// What to do next.
    func advice(folder: String) -> String
}
