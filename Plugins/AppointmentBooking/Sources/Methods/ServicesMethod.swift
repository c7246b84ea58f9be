import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// What callers can come for, for a menu.
enum ServicesMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "services", "The services, of all places or of one",
        [.init("place", .string, required: false, summary: "code of a place"), .language],
        [.count, .init("services", .array, summary: "of each, service, serviceName and minutes")])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let place = call.read.optionalString("place")
        let services = try await call.store.read(call.context) { db in try Service.all(db, at: place) }
        return [
            "count": .number(Double(services.count)), "services": .array(services.map { $0.fields(call.language) }),
        ]
    }
}
