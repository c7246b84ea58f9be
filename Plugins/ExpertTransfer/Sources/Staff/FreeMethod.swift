import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Frees an expert by hand.
enum FreeMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "free", "Frees an expert from whatever call has claimed it",
        [.expert, .language],
        [.outcome] + PluginManifest.Result.expert)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let code = try call.read.string("expert")
        return try await call.writeOnce(name) { db in
            guard let expert = try Expert.find(db, code) else { return .outcome("notFound") }
            try Claim.release(db, number: expert.number)
            return .outcome("done") + (try ExpertReport(db, call).fields(of: code))
        }
    }
}
