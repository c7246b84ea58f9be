import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Whether a line is open, and when.
enum HoursMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "hours", "Whether a line is open now, its hours, and when it opens next",
        [.line, .language],
        [
            .outcome, .init("lineName", .string, summary: "the line's name"),
            .init("hoursSpoken", .string, summary: "the hours of the week as they are said"),
            .init("holiday", .string, summary: "which holiday today is"),
            .init("closes", .string, summary: "when these hours end, RFC 3339"),
            .init("closesSpoken", .string, summary: "when these hours end, as it is said"),
        ] + PluginManifest.Result.opening)
}
