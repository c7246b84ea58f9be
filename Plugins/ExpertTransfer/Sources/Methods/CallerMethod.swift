import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// What is known of a caller by the number.
enum CallerMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "caller", "What is known of a caller by the number",
        [.phone],
        [
            .outcome, .init("segment", .string, summary: "how valuable a customer it is"),
            .init("name", .string, summary: "the customer's name"),
            .init("language", .string, summary: "tag of the customer's language"),
        ])
}
