import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// An expert takes a callback on.
enum TakeMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "take", "An expert takes a callback on",
        [.entry, .expert],
        [.outcome] + PluginManifest.Result.callback)
}
