import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// An expert comes, goes, or takes a break.
enum PresenceMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "presence", "Sets whether an expert takes calls",
        [
            .expert, .init("state", .string, summary: "present, away, break or busy"),
            .init("minutes", .integer, required: false, summary: "then present again"),
            .language,
        ],
        [.outcome] + PluginManifest.Result.expert)
}
