import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Who there is, and what each does now.
enum ExpertsMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "experts", "Who there is, and what each does now",
        [
            .init("group", .string, required: false, summary: "only those of a group"),
            .init("line", .string, required: false, summary: "only those of a line's group"),
            .language,
        ],
        [.count, .init("experts", .array, summary: "of each, what presence tells")])
}
