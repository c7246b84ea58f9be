import Diagnostics
import DialogMachines
import PluginManifests

/// Handlers of `error.plugin.PLUGIN.WHAT` for plugins that the flow does not have.
enum UnknownPluginEvents: FlowRule {
    static func findings(in document: FlowDocument, of flow: Flow) -> [Finding] {
        guard let plugins = flow.plugins, !plugins.acceptsUnknown else { return [] }
        let known = plugins.manifests.keys.sorted()
        return document.machine.handlerTable.flatMap { handler in
            handler.events.compactMap { event in
                let words = event.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
                guard words.starts(with: ["error", "plugin"]), words.count > 2, !known.contains(words[2]) else {
                    return nil
                }
                return .eventOfUnknownPlugin(event, plugin: words[2], known: known, at: handler.position)
            }
        }
    }
}
