import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Whom callers can come to, for a menu.
enum StaffMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "staff", "Who offers a service at a place", [.service, .place, .language],
        [.count, .init("staff", .array, summary: "of each, staff and staffName")])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let service = try call.read.string("service")
        let place = try call.read.string("place")
        let staff = try await call.store.read(call.context) { db in try Staff.all(db, at: place, for: service) }
        return ["count": .number(Double(staff.count)), "staff": .array(staff.map { $0.fields(call.language) })]
    }
}
