import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// A callback was made.
enum CloseMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "close", "Closes a callback",
        [
            .entry, .init("result", .string, required: false, summary: "what came of it"),
        ],
        [.outcome] + PluginManifest.Result.callback)
}
