import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// What is known of a caller by the number.
enum CallerMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "caller", "What is known of a caller by the number",
        [.phone],
        [
            .outcome, .init("segment", .string, summary: "how valuable a customer it is"),
            .init("name", .string, summary: "the customer's name"),
            .init("language", .string, summary: "tag of the customer's language"),
        ])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let phone = PhoneNumber(call.read.optionalString("phone") ?? call.context.from)?.digits
        let customer = try await call.store.read(call.context) { db in try Customer.find(db, phone: phone) }
        guard let customer else { return .outcome("unknown") }
        return .outcome("found") + [
            "segment": .string(customer.segment), "name": .string(customer.name),
            "language": .string(customer.language),
        ]
    }
}
