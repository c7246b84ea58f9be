import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Where a call belongs: customer value by call type.
enum RouteMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "route", "The group and the priority of a call",
        RouteQuestion.parameters + [.language],
        [.outcome] + PluginManifest.Result.route)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let question = try RouteQuestion(call)
        let route = try await call.store.read(call.context) { db in try Route.find(db, question) }
        guard let route else { return .outcome("notFound") }
        return .outcome("found") + route.fields(call.language)
    }
}
