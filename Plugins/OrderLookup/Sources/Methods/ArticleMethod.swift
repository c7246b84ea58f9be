import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// What there is to know of an article, for whoever asks.
enum ArticleMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "article", "An article by its number: title, price, standard answer, stock, earliest delivery",
        [.article, .language],
        [.found] + PluginManifest.Result.article + PluginManifest.Result.price + [
            .init("answer", .string, summary: "the standard answer to questions about it")
        ] + PluginManifest.Result.delivery)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let number = try call.read.string("article")
        let article = try await call.store.read(call.context) { db in try Article.find(db, number) }
        guard let article else { return ["found": false] }
        let speech = call.speech
        let price = Money(cents: article.price, currency: call.settings.currency)
        let earliest = DeliveryDays(call, after: article.days).earliest
        return ["found": true] + article.fields(speech) + [
            "price": .string(price.decimal), "currency": .string(price.currency),
            "priceSpoken": .string(price.spoken(speech.language)),
            "answer": .string(speech.language.choose(article.englishAnswer, article.chineseAnswer)),
            "delivery": .string(earliest.iso), "deliverySpoken": .string(speech.day(earliest)),
        ]
    }
}
