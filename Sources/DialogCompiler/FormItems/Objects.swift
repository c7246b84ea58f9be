import Diagnostics
import DialogMachines
import Dialogs
import PluginManifests

extension Compilation {
    mutating func entry(_ object: ObjectItem, at position: SourcePosition) -> ObjectEntry {
        let fetchtimeout = check(object.fetch)
        let call = object.classid.flatMap { PluginMethodURI.parse($0.text) }
        if call == nil {
            report(object.classid.map { .unsupportedClassID($0) } ?? .missingClassID(at: position))
        }
        let entry = ObjectEntry(
            call: call, classid: object.classid?.text ?? "", params: params(object.params),
            fetchtimeout: fetchtimeout)
        if let call, let method = manifestMethod(call, at: object.classid?.position ?? position) {
            check(object.params, entry.params, of: method, named: "\(call.plugin)/\(call.method)", at: position)
        }
        return entry
    }

    /// The method that the call names, if its plugin is known; what is not there is reported.
    private mutating func manifestMethod(
        _ call: ObjectEntry.PluginCall, at position: SourcePosition
    ) -> PluginManifest.Method? {
        guard let plugins else { return nil }
        guard let manifest = plugins[call.plugin] else {
            if !plugins.acceptsUnknown {
                report(.unknownPlugin(call.plugin, known: plugins.manifests.keys.sorted(), at: position))
            }
            return nil
        }
        guard let method = manifest.method(call.method) else {
            let known = manifest.methods.map(\.name)
            report(.unknownMethod(call.method, plugin: call.plugin, known: known, at: position))
            return nil
        }
        return method
    }
}

private enum PluginMethodURI {
    /// Reads `method://PLUGIN/METHOD`, the form of VoiceXML 2.0 2.3.5.
    static func parse(_ classid: String) -> ObjectEntry.PluginCall? {
        let scheme = "method://"
        guard classid.hasPrefix(scheme) else { return nil }
        let parts = classid.dropFirst(scheme.count).split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        return ObjectEntry.PluginCall(plugin: String(parts[0]), method: String(parts[1]))
    }
}
