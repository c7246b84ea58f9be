import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Cancels a fax that is not being sent and of which nothing went out.
enum CancelMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "cancel", "Cancels a fax that waits", [.job, .language], [.outcome] + PluginManifest.Result.job)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        guard let number = try JobQuestion.number(call) else { return .outcome("mistyped") }
        return try await call.writeOnce(declaration.name) { db in
            guard let job = try FaxJob.find(db, job: number) else { return .outcome("notFound") }
            if job.state == .cancelled { return .outcome("already") + job.fields(call) }
            guard job.mayCancel(at: call.moment) else { return .outcome("notAllowed") + job.fields(call) }
            try job.end(db, .cancelled, at: call.moment)
            return .outcome("done") + (try FaxJob.find(db, job: number) ?? job).fields(call)
        }
    }
}
