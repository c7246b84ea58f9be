import ArgumentParser
import CallControl
import CallHosting
import ConfigurationFiles
import ExternalPlugins
import Foundation
import Gateways
import PluginKit
import PluginManifests

/// `dialtone plugin call`.
struct PluginCallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Calls a method of a plugin, as a flow would.",
        discussion: """
            Prints the result as JSON:

              dialtone plugin call KnownFaults find product=2 code=201
              dialtone plugin call orders status order=1001 --flow flows/order-hotline

            With --flow the plugin is the one of that name in the flow's dialtone.yaml, with its settings and its data. \
            Without, it is a folder with a plugin.yaml, or its name in Plugins. The value of a parameter of type \
            object or array is JSON. Each time it is a call of its own, which ends with the answer: what the plugin \
            holds for a call is given free. The exit status is 0 with a result, 1 when the plugin fails, 2 for a usage that \
            is wrong.
            """)

    @Argument(help: "A plugin.")
    var plugin: String

    @Argument(help: "One of its methods.")
    var method: String

    @Argument(help: ArgumentHelp("Its parameters.", valueName: "key=value"))
    var parameters: [String] = []

    @Option(help: "The flow whose plugin it is.")
    var flow: String?

    @Option(help: ArgumentHelp("The caller's number.", valueName: "uri"))
    var from = "tel:anonymous"

    @Option(help: ArgumentHelp("The number called.", valueName: "uri"))
    var to = "tel:dialtone"

    @Option(help: ArgumentHelp("The language of what is said.", valueName: "tag"))
    var locale = "en-US"

    @Option(help: ArgumentHelp("Makes it a repetition of the invocation with that id.", valueName: "id"))
    var invocation: String?

    func run() async throws {
        let console = Console.current
        let plugin = try found()
        let values = try PluginArguments(parameters).values(for: try declaration(in: plugin.manifest))
        let answer = await answered(values, by: plugin)
        await plugin.stop()
        switch answer {
        case .result(let result): console.print(result.jsonText)
        case .failure(let what, let message):
            console.printError("error.plugin.\(plugin.manifest.name).\(what)" + (message.map { ": \($0)" } ?? ""))
            throw ExitCode(1)
        }
    }

    private func found() throws -> any Plugin {
        if let flow {
            let plugins = try FlowSetup.named(flow).plugins
            guard let found = plugins[plugin] else {
                let known = plugins.catalog.manifests.keys.sorted().joined(separator: ", ")
                throw CommandFailure("the flow has no plugin '\(plugin)'; it has: \(known)")
            }
            return found
        }
        guard let folder = PluginFolders.path(of: plugin) else {
            throw CommandFailure(
                "there is no plugin.yaml in \(plugin) or \(PluginFolders.name)/\(plugin); for a plugin that is linked "
                    + "in, say by --flow which flow's it is")
        }
        let here = FileManager.default.currentDirectoryPath
        let name = URL(fileURLWithPath: folder).lastPathComponent
        return try ExternalPlugin(
            PluginConfiguration(name: name, settings: ["folder": .string(folder)], flowFolder: here))
    }

    private func declaration(in manifest: PluginManifest) throws -> PluginManifest.Method {
        guard let declaration = manifest.method(method) else {
            let known = manifest.methods.map { "\n    " + $0.signature }.joined()
            throw CommandFailure("\(plugin) has no method '\(method)'; it has:\(known)")
        }
        return declaration
    }

    /// A call that asks once and ends.
    private func answered(_ values: JSONValue, by plugin: any Plugin) async -> PluginAnswer {
        let call = CallPlugins()
        var context = context(of: plugin)
        let answer = await call.run(plugin, method, values, context)
        context.invocation = context.session + "/end"
        // What fails at the end as the answer did is not said twice.
        for (_, failure) in await call.end(context) where failure != answer {
            guard case .failure(let what, let message) = failure else { continue }
            let event = "error.plugin.\(plugin.manifest.name).\(what)" + (message.map { ": \($0)" } ?? "")
            Console.current.printError("at the call's end: \(event)")
        }
        return answer
    }

    private func context(of plugin: any Plugin) -> PluginContext {
        let now = WallClockTime.now
        let limit = plugin.manifest.method(method)?.timeLimit ?? PluginManifest.defaultTimeLimit
        return PluginContext(
            call: "plugin-call", from: from, to: to, now: now, seed: UInt64.random(in: 0...UInt64.max), locale: locale,
            deadline: WallClockTime(
                epochMilliseconds: now.epochMilliseconds + limit.milliseconds,
                zoneOffsetSeconds: now.zoneOffsetSeconds),
            invocation: invocation ?? UUID().uuidString + "/1")
    }
}
