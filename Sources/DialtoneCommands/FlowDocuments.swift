import CallHosting
import DialogMachines
import Foundation
import PluginKit

/// All documents of a flow, compiled as its calls have them.
struct FlowDocuments {
    private(set) var machines: [DialogMachine] = []
    /// The folder, from the working folder if it lies below.
    let name: String
    /// Files that cannot run.
    private(set) var refused: [String] = []

    /// - Parameter folder: absolute.
    init(inFolder folder: String) async throws {
        let setup = try FlowSetup(folder: folder, factories: LinkedPlugins.factories)
        let loader = DocumentLoader(
            plugins: setup.plugins.catalog, properties: setup.configuration.properties,
            access: setup.configuration.access)
        let working = FileManager.default.currentDirectoryPath + "/"
        name = folder.hasPrefix(working) ? String(folder.dropFirst(working.count)) : folder
        let files = try FlowFiles.all(at: name).filter { $0.hasSuffix(".vxml") }
        for file in files {
            if let machine = try await loader.check(file).machine {
                machines.append(machine)
            } else {
                refused.append(file)
            }
        }
    }
}
