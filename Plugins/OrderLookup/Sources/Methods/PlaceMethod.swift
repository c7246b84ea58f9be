import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Orders what was offered.
enum PlaceMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "place", "Places an order: just what was offered in this call, at the prices that were told",
        [.verification, .init("offer", .string, summary: "as offer or offerAgain gave it"), .language],
        [.outcome] + PluginManifest.Result.orderDetails + [
            .init("missing", .array, summary: "what was sold in the meantime"),
            .init("missingCount", .integer, summary: "how many articles were"),
        ])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let (token, offered) = (try call.read.string("verification"), try call.read.string("offer"))
        let (context, speech) = (call.context, call.speech)
        return try await call.writeOnce(name) { db in
            guard let customer = try Verification.customer(db, token, context) else { return .outcome("notVerified") }
            guard let offer = try Offer.find(db, offered, to: customer, context) else { return .outcome("notOffered") }
            if let number = offer.order, let order = try Order.find(db, number: number) {
                return .outcome("already") + (try order.allDetails(db, speech))
            }
            let missing = try offer.items.filter { try Article.find(db, $0.article)?.has($0.quantity) != true }
            guard missing.isEmpty else { return .outcome("soldOut") + missing.missingFields(speech) }
            let order = try offer.place(db, currency: call.settings.currency, context)
            return .outcome("placed") + (try order.allDetails(db, speech))
        }
    }
}
