import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Ends what a call has begun: what a flow's handler of the hang-up calls.
enum ReleaseMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "release", "Ends the rounds of this call, and frees the expert",
        [
            .init("round", .string, required: false, summary: "only this round")
        ],
        [.outcome])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let round = call.read.optionalString("round")
        return try await call.store.write(call.context) { db in
            try Round.end(db, of: call.context.session, round: round, at: call.context.now.epochMilliseconds)
            return .outcome("done")
        }
    }
}
