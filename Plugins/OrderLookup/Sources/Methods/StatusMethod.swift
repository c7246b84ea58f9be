import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Where an order is, for whoever knows its number: no names, items or amounts.
enum StatusMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "status", "Where an order is, by its number", [.order, .language],
        [.found] + PluginManifest.Result.orderOverview)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let number = try call.read.string("order")
        let order = try await call.store.read(call.context) { db in try Order.find(db, number: number) }
        guard let order else { return ["found": false] }
        return ["found": true] + order.overview(call.speech)
    }
}
