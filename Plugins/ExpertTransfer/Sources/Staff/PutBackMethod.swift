import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// A callback that was taken is open again.
enum PutBackMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "putBack", "Opens a callback again that was taken",
        [.entry],
        [.outcome] + PluginManifest.Result.callback)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        try await Callback.change(call, name) { _, entry in
            switch entry.state {
            case .closed: return "closed"
            case .open: return "already"
            case .taken:
                entry.state = .open
                entry.takenBy = nil
                return "done"
            }
        }
    }
}
