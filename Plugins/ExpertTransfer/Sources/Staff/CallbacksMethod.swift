import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// The list of those to be called back.
enum CallbacksMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "callbacks", "The callbacks to be made",
        [
            .init("line", .string, required: false, summary: "only those of a line"),
            .init("state", .string, required: false, summary: "open, taken or closed; all but closed, if not given"),
        ],
        [.count, .init("callbacks", .array, summary: "of each, what take tells")])
}
