import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Ends what a call has begun: what a flow's handler of the hang-up calls.
enum ReleaseMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "release", "Ends the rounds of this call, and frees the expert",
        [
            .init("round", .string, required: false, summary: "only this round")
        ],
        [.outcome])
}
