import PluginManifests
import PluginStore

/// What begin and next tell.
enum Attempt {
    static let results: [PluginManifest.Result] =
        [
            .outcome,
            .init("round", .string, summary: "what next asks for"),
            .init("tries", .integer, summary: "how many tries there were, with this one"),
            .init("kind", .string, summary: "expert or contact"),
            .init("name", .string, summary: "who is rung"),
            .init("expert", .string, summary: "code of the expert"),
            .init("level", .integer, summary: "sum of the levels of the skills asked for"),
            .init("dest", .string, summary: "URI to transfer to"),
            .init("connecttimeout", .string, summary: "how long it rings, as 20s"),
            .init("maxtime", .string, summary: "how long the talk may last, as 1800s"),
            .init("whisper", .string, summary: "text for who answers"),
            .init("screen", .object, summary: "what who answers should see"),
            .init("aai", .string, summary: "the same as JSON"),
            .init("position", .integer, summary: "place in the queue, 1 is next"),
            .init("waitedSeconds", .integer, summary: "how long the caller has waited"),
            .init("reason", .string, summary: "why there is nobody: closed, offDuty, talking or failed"),
        ] + PluginManifest.Result.route + PluginManifest.Result.opening
}
