import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// The free slots from a day on.
enum FreeMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "free", "The free slots of a service at a place, from a day on",
        SlotQuestion.parameters + [
            .init("limit", .integer, required: false, summary: "how many at most, 1 to 50; 5 if not given")
        ],
        SlotQuestion.results + [.count, .init("slots", .array, summary: "the slots, in order")])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let limit = min(max(call.read.optionalInteger("limit") ?? 5, 1), 50)
        return try await SlotQuestion(call).answer(limit: limit) { visits in
            ["count": .number(Double(visits.count)), "slots": .array(visits.map { $0.fields(call) })]
        }
    }
}
