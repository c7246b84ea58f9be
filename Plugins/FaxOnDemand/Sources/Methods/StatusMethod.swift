import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// How a fax stands, for whoever knows its job number.
enum StatusMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "status", "How a fax stands, by its job number", [.job, .language], [.outcome] + PluginManifest.Result.job)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        guard let number = try JobQuestion.number(call) else { return .outcome("mistyped") }
        let job = try await call.store.read(call.context) { db in try FaxJob.find(db, job: number) }
        guard let job else { return .outcome("notFound") }
        return .outcome("found") + job.fields(call)
    }
}
