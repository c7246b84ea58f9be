import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// The next free slot.
enum NextMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "next", "The next free slot of a service at a place", SlotQuestion.parameters,
        SlotQuestion.results + PluginManifest.Result.slot)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        try await SlotQuestion(call).answer(limit: 1) { visits in visits.first?.fields(call) ?? [:] }
    }
}
