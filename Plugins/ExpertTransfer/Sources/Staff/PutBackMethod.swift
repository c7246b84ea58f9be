import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// A callback that was taken is open again.
enum PutBackMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "putBack", "Opens a callback again that was taken",
        [.entry],
        [.outcome] + PluginManifest.Result.callback)
}
