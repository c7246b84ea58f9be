import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// A fax number as it will be dialled, for the caller to confirm, or why nothing is sent there.
enum CheckMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "check", "Whether faxes go to a number, and the number to be read back", [.number, .language],
        [.outcome] + PluginManifest.Result.number)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let question = try NumberQuestion(call)
        let refusal = try await call.store.read(call.context) { db in try question.refusal(db) }
        if let refusal { return .outcome(refusal) + question.fields }
        return .outcome("allowed") + question.fields + question.timeFields
    }
}
