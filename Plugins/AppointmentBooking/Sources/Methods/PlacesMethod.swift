import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Where callers can go to, for a menu.
enum PlacesMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "places", "The places, of all services or of one",
        [.init("service", .string, required: false, summary: "code of a service"), .language],
        [.count, .init("places", .array, summary: "of each, place and placeName")])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let service = call.read.optionalString("service")
        let places = try await call.store.read(call.context) { db in try Place.all(db, for: service) }
        return [
            "count": .number(Double(places.count)), "places": .array(places.map { $0.fields(call.language) }),
        ]
    }
}
