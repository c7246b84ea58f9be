public import CallControl
import ConfigurationFiles
public import Logging
public import PluginKit
public import PluginManifests
import Streams

/// A plugin that is a program of its own, in any language: a folder with a `plugin.yaml`. The program is started by the
/// first invocation and serves many at once; `Documentation.docc/Protocol.md` tells how it is spoken to.
public final class ExternalPlugin: Plugin {
    public let manifest: PluginManifest
    private let supervisor: Supervisor
    private let isToldOfCallEnds: Bool

    /// `folder: ../Plugins/KnownFaults` in `dialtone.yaml`.
    public static let factory = PluginFactory(setting: "folder") {
        (configuration) throws(PluginConfigurationError) in
        try ExternalPlugin(configuration)
    }

    /// Reads the plugin's `plugin.yaml`; starts nothing yet.
    /// - Parameters:
    ///   - configuration: its setting `folder` is the plugin's folder, relative to the flow; the program gets all others.
    ///   - logger: gets what goes wrong and what the program writes to its standard error; nil: standard error, under
    ///     the plugin's name.
    public init(
        _ configuration: PluginConfiguration, limits: ExternalPluginLimits = ExternalPluginLimits(),
        logger: Logger? = nil
    ) throws(PluginConfigurationError) {
        guard let path = try configuration.string("folder") else {
            throw configuration.error("'folder' does not say where the plugin is")
        }
        let folder: PluginFolder
        do {
            folder = try PluginFolder(configuration.flowPath(path))
        } catch {
            throw configuration.error("\(error)")
        }
        var manifest = folder.manifest
        manifest.name = configuration.name
        self.manifest = manifest
        isToldOfCallEnds = folder.isToldOfCallEnds
        supervisor = Supervisor(
            Program(folder, configuration), limits: limits,
            logger: logger ?? .standardError("dialtone.plugin." + configuration.name))
    }

    /// A plugin that is not asked again ends its process in its own time.
    deinit { supervisor.beginStop() }

    /// Asks the program. Besides the failures that it answers itself:
    /// - `crashed`: the process ended before it had answered;
    /// - `unavailable`: it cannot be started, or refuses to;
    /// - `busy`: too many invocations are in flight.
    public func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
        let secrets = manifest.method(method)?.secrets(in: parameters) ?? []
        return try await supervisor.ask(secrets: secrets) {
            .invoke(id: $0, method: method, parameters: parameters, context)
        }
    }

    /// Tells the program, if its `plugin.yaml` asks for it.
    public func callEnded(_ context: PluginContext) async throws {
        if isToldOfCallEnds { _ = try await supervisor.ask { .callEnded(id: $0, context) } }
    }

    /// Ends the process: says so, closes its standard input, and waits; in the end by force. It is gone afterwards.
    public func stop() async { await supervisor.stop() }
}
