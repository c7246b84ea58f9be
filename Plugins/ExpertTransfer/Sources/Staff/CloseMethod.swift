import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// A callback was made.
enum CloseMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "close", "Closes a callback",
        [
            .entry, .init("result", .string, required: false, summary: "what came of it"),
        ],
        [.outcome] + PluginManifest.Result.callback)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let result = call.read.optionalString("result")
        return try await Callback.change(call, name) { _, entry in
            if entry.state == .closed { return "already" }
            entry.state = .closed
            entry.result = result
            entry.closed = call.context.now.epochMilliseconds
            return "done"
        }
    }
}
