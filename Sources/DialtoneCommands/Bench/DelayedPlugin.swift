import CallControl
import PluginKit
import PluginManifests

/// A plugin each of whose answers takes a while longer.
struct DelayedPlugin: Plugin {
    let plugin: any Plugin
    let delay: Duration

    var manifest: PluginManifest { plugin.manifest }

    func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
        try await Task.sleep(for: delay)
        return try await plugin.invoke(method, parameters: parameters, context: context)
    }

    func stop() async { await plugin.stop() }
}

extension PluginSet {
    /// The same plugins, each answer later by so much.
    func delayed(by delay: Duration) -> PluginSet {
        guard delay > .zero else { return self }
        return PluginSet(catalog.manifests.keys.compactMap { self[$0] }.map { DelayedPlugin(plugin: $0, delay: delay) })
    }
}
