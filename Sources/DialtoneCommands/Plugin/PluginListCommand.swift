import ArgumentParser
import CallControl
import CallHosting
import ConfigurationFiles
import ExternalPlugins
import PluginKit
import PluginManifests

/// `dialtone plugin list`.
struct PluginListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists plugins and their methods.",
        discussion: """
            With a flow: the plugins that its dialtone.yaml names, with their methods. Without: the kinds that a \
            dialtone.yaml here can name, those that are linked in and the folders with a plugin.yaml in Plugins.
            """)

    @Argument(help: "A document, or a folder with a main.vxml.")
    var flow: String?

    @Flag(help: "With a flow: print the manifests as JSON.")
    var json = false

    func validate() throws {
        if json, flow == nil { throw ValidationError("--json is for the plugins of a flow. Which flow?") }
    }

    func run() throws {
        if let flow, json {
            let manifests = try FlowSetup.named(flow).plugins.catalog.manifests.values.sorted { $0.name < $1.name }
            Console.current.print(JSONValue.array(manifests.map(\.json)).jsonText)
        } else if let flow {
            try listPlugins(of: flow)
        } else {
            try listKinds()
        }
    }

    private func listPlugins(of flow: String) throws {
        let console = Console.current
        let setup = try FlowSetup.named(flow)
        let manifests = setup.plugins.catalog.manifests.values.sorted { $0.name < $1.name }
        guard !manifests.isEmpty else { return console.print("The flow uses no plugins.") }
        for manifest in manifests {
            let kind = setup.kind(of: manifest.name).map { " (\($0))" } ?? ""
            console.print("\(manifest.name)\(kind): \(manifest.summary)")
            for method in manifest.methods {
                for (number, line) in method.signature.wrapped(to: 72).enumerated() {
                    console.print((number == 0 ? "    " : "        ") + line)
                }
            }
        }
    }

    private func listKinds() throws {
        let console = Console.current
        for factory in LinkedPlugins.factories where !factory.isAskedForBySetting {
            console.print("use: \(factory.name)")
        }
        for folder in try PluginFolders.all() {
            console.print("folder: \(PluginFolders.name)/\(folder.path.split(separator: "/").last ?? "")")
            console.print("    \(folder.manifest.summary)")
        }
    }
}

extension FlowSetup {
    /// What the flow's `dialtone.yaml` says of that plugin: its kind, or its folder.
    fileprivate func kind(of plugin: String) -> String? {
        let entry = configuration.plugins[plugin]
        guard case .string(let kind)? = entry?["use"] ?? entry?["folder"] else { return nil }
        return kind
    }
}

extension PluginManifest.Method {
    /// As `status(order: string, limit?: integer) -> found: boolean, …`.
    var signature: String {
        let parameters = self.parameters.map { "\($0.name)\($0.isRequired ? "" : "?"): \($0.type.rawValue)" }
        let results = self.results.map { "\($0.name): \($0.type.rawValue)" }
        return "\(name)(\(parameters.joined(separator: ", ")))"
            + (results.isEmpty ? "" : " -> " + results.joined(separator: ", "))
    }
}
