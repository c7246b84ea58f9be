import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Who calls, by the calling number, for a greeting. A calling number can be forged, so it opens no details.
enum ByCallerMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "byCaller", "The customer to whom a telephone number belongs, and the latest orders",
        [
            .init(
                "number", .string, required: false, summary: "telephone number or URI; the calling one, if not given"),
            .init("language", .string, required: false, summary: "language tag of spoken texts; else the customer's"),
        ],
        [.found] + PluginManifest.Result.customer + [
            .init("count", .integer, summary: "how many orders follow"), .orders,
        ])

    private static let latest = 3

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        guard let phone = PhoneNumber(call.read.optionalString("number") ?? call.context.from) else {
            return ["found": false]
        }
        let found = try await call.store.read(call.context) { db in
            try Customer.find(db, phone: phone).map { ($0, try Order.all(db, of: $0, limit: latest)) }
        }
        guard let (customer, orders) = found else { return ["found": false] }
        let language = SpokenLanguage(locale: call.read.optionalString("language") ?? customer.language)
        let speech = Speech(language: language, today: call.context.now.day)
        return ["found": true] + customer.fields(language) + [
            "count": .number(Double(orders.count)), "orders": .array(orders.map { $0.overview(speech) }),
        ]
    }
}
