import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// What was tried, for those who look after it.
enum TriesMethod: ExpertMethod {
    static let declaration = PluginManifest.Method(
        "tries", "The tries of a day",
        [
            .init("date", .string, required: false, summary: "YYYYMMDD, MMDD or YYYY-MM-DD; today, if not given"),
            .init("limit", .integer, required: false, summary: "how many, the latest; 100, if not given"),
        ],
        [
            .outcome, .count,
            .init("tries", .array, summary: "of each, at, line, to, kind, outcome and seconds"),
        ])
}
