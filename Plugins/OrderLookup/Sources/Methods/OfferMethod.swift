import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Offers an article to a verified customer: what `place` then orders.
enum OfferMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "offer", "What an order of an article would be, to be read back before it is placed",
        [.verification, .article, .init("quantity", .integer, summary: "how many, 1 to 99"), .date, .language],
        [.outcome] + PluginManifest.Result.article + PluginManifest.Result.offer
            + PluginManifest.Result.deliveryDays)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let (token, number) = (try call.read.string("verification"), try call.read.string("article"))
        let quantity = try call.read.integer("quantity")
        let (context, speech) = (call.context, call.speech)
        return try await call.store.write(context) { db in
            guard let customer = try Verification.customer(db, token, context) else { return .outcome("notVerified") }
            guard let article = try Article.find(db, number) else { return .outcome("noSuchArticle") }
            func outcome(_ outcome: String) -> JSONValue { .outcome(outcome) + article.fields(speech) }
            guard (1...99).contains(quantity) else { return outcome("badQuantity") }
            guard article.has(1) else { return outcome("soldOut") }
            guard article.has(quantity) else { return outcome("tooFew") }
            let days = DeliveryDays(call, after: article.days)
            switch days.day(ofCaller: call) {
            case .failure(let refusal): return outcome(refusal.outcome) + days.fields(speech)
            case .success(let day):
                let offer = try Offer.make(db, [article.item(quantity)], for: customer, on: day, context)
                return outcome("offered") + offer.fields(currency: call.settings.currency, speech)
            }
        }
    }
}

extension DeliveryDays {
    /// The day that the caller wants, or the earliest.
    func day(ofCaller call: MethodCall) -> Result<CalendarDay, Refusal> {
        call.read.optionalString("date").map(day) ?? .success(earliest)
    }
}
