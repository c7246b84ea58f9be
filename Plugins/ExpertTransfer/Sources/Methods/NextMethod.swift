import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// What came of a try, and the next one.
enum NextMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "next", "Takes what came of the last try, and gives the next",
        [
            .init("round", .string, summary: "as begin gave it"),
            .init("outcome", .string, required: false, summary: "of the transfer, or its event; none after a wait"),
            .language,
        ],
        Attempt.results)
}
