import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Frees an expert by hand.
enum FreeMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "free", "Frees an expert from whatever call has claimed it",
        [.expert, .language],
        [.outcome] + PluginManifest.Result.expert)
}
