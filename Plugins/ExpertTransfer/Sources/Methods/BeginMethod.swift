import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Opens a round: the first try.
enum BeginMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "begin", "Opens a round of tries, and gives the first",
        RouteQuestion.parameters + [
            .init("skills", .string, required: false, summary: "codes of skills that the expert must have"),
            .init("wishes", .string, required: false, summary: "codes of skills that the expert better has"),
            .init("path", .string, required: false, summary: "the caller's way through the menu"),
            .init("entered", .object, required: false, summary: "what the caller entered, by name"),
            .init(
                "secret", .object, required: false, sensitive: true,
                summary: "what the caller entered, by name, and nobody may see whole"),
            .init("maxtime", .integer, required: false, summary: "seconds that the talk may last"),
            .language,
        ],
        Attempt.results)
}
