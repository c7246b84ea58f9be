import ArgumentParser
import CallHosting
import Diagnostics
import DialogCompiler
import PluginKit

/// `dialtone machine`.
struct MachineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "machine",
        abstract: "Prints the state machine that a document is compiled to.",
        discussion: "For those who want to know why a flow does what it does: tables with the places they come from.")

    @Argument(help: "A VoiceXML document.")
    var file: String

    func run() async throws {
        let console = Console.current
        let setup = try FlowSetup(
            folder: try FlowFiles.byConfiguration(at: file).first?.folder ?? ".", factories: LinkedPlugins.factories)
        let loader = DocumentLoader(
            plugins: setup.plugins.catalog, properties: setup.configuration.properties,
            access: setup.configuration.access)
        let checked = try await loader.check(file)
        guard let machine = checked.machine else {
            for diagnostic in checked.diagnostics { console.printError(diagnostic.description) }
            throw ExitCode(1)
        }
        console.print(MachineListing.text(of: machine))
    }
}
