import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Offers a verified customer what a former order had, at today's prices: what `place` then orders.
enum OfferAgainMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "offerAgain", "What a former order would be today, to be read back before it is placed",
        [.verification, .order, .date, .language],
        [.outcome] + PluginManifest.Result.orderNumber + PluginManifest.Result.offer + [
            .init("missing", .array, summary: "what the former order had and cannot be had"),
            .init("missingCount", .integer, summary: "how many articles cannot be had"),
        ] + PluginManifest.Result.deliveryDays)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let (token, number) = (try call.read.string("verification"), try call.read.string("order"))
        let (context, speech) = (call.context, call.speech)
        return try await call.store.write(context) { db in
            guard let customer = try Verification.customer(db, token, context) else { return .outcome("notVerified") }
            guard let order = try Order.find(db, number: number, of: customer) else { return .outcome("notFound") }
            var (items, days, missing): ([Item], Int, [Item]) = ([], 1, [])
            for item in try Item.all(db, of: order) {
                if let article = try Article.find(db, item.article), article.has(item.quantity) {
                    items.append(article.item(item.quantity))
                    days = max(days, article.days)
                } else {
                    missing.append(item)
                }
            }
            func outcome(_ outcome: String) -> JSONValue {
                .outcome(outcome) + order.numberFields + missing.missingFields(speech)
            }
            if items.isEmpty { return outcome("soldOut") }
            let choice = DeliveryDays(call, after: days)
            switch choice.day(ofCaller: call) {
            case .failure(let refusal): return outcome(refusal.outcome) + choice.fields(speech)
            case .success(let day):
                let offer = try Offer.make(db, items, for: customer, on: day, context)
                return outcome("offered") + offer.fields(currency: call.settings.currency, speech)
            }
        }
    }
}

extension [Item] {
    /// What is told of items that cannot be had.
    func missingFields(_ speech: Speech) -> JSONValue {
        [
            "missing": .array(
                map {
                    [
                        "article": .string($0.article), "title": .string($0.title(speech.language)),
                        "quantity": .number(Double($0.quantity)),
                    ]
                }), "missingCount": .number(Double(count)),
        ]
    }
}
