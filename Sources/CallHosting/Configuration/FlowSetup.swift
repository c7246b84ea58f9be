public import ConfigurationFiles
import Diagnostics
public import PluginKit
import PluginManifests

/// A flow's `dialtone.yaml`, and the plugins that it asks for.
public struct FlowSetup: Sendable {
    public let configuration: FlowConfiguration
    public let plugins: PluginSet

    /// - Parameters:
    ///   - folder: the flow's folder, absolute.
    ///   - factories: the kinds of plugins that there are.
    ///   - dataFolder: where plugins write; nil: the flow's folder.
    ///   - refusesBadProperties: false for who tells of them otherwise.
    /// - Throws: `ConfigurationError` when the file or one of its plugins is not as it should be.
    public init(
        folder: String, factories: [PluginFactory], dataFolder: String? = nil, refusesBadProperties: Bool = true
    ) throws(ConfigurationError) {
        configuration = try FlowConfiguration(inFolder: folder)
        if refusesBadProperties, let problem = configuration.diagnostics.first(where: { $0.severity == .error }) {
            throw ConfigurationError(
                file: problem.file, line: problem.position.line, column: problem.position.column,
                message: problem.message)
        }
        do {
            plugins = try PluginSet(
                configuredBy: configuration.plugins, factories: factories, flowFolder: folder, dataFolder: dataFolder)
        } catch {
            let place = configuration.pluginPlaces[error.plugin]
            throw ConfigurationError(
                file: folder + "/" + FlowConfiguration.fileName, line: place?.line, column: place?.column,
                message: error.description)
        }
    }

    /// The flow's plugins, or the gateway in their place.
    public func hosted(isScripted: Bool) -> HostedPlugins {
        guard isScripted else { return .linked(plugins) }
        return .scripted(manifests: plugins.catalog.manifests.values.sorted { $0.name < $1.name })
    }
}
