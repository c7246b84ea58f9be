import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Changes how many of an item are ordered.
enum ChangeQuantityMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "changeQuantity", "Changes the quantity of an item while the order is received",
        [
            .verification, .order, .init("item", .integer, summary: "the item's position, from 1"),
            .init("quantity", .integer, summary: "the new quantity, 1 to 99"), .language,
        ],
        [.outcome] + PluginManifest.Result.orderNumber + PluginManifest.Result.state + [
            .init("item", .integer, summary: "the item's position"),
            .init("title", .string, summary: "the item's name"),
            .init("quantity", .integer, summary: "the quantity as it stands now"), .stock,
        ] + PluginManifest.Result.amount)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let position = try call.read.integer("item")
        let quantity = try call.read.integer("quantity")
        return try await OrderChange.answer(call, name) { db, order in
            guard order.state.mayChangeQuantity else { return order.outcome("notAllowed", call.speech) }
            var items = try Item.all(db, of: order)
            guard let index = items.firstIndex(where: { $0.position == position }) else {
                return order.outcome("noSuchItem", call.speech)
            }
            let before = items[index].quantity
            guard (1...99).contains(quantity) else {
                return order.outcome("badQuantity", call.speech) + fields(order, items, index, call.speech)
            }
            guard quantity != before else {
                return order.outcome("already", call.speech) + fields(order, items, index, call.speech)
            }
            let (article, more) = (items[index].article, quantity - before)
            if let article = try Article.find(db, article), more > 0, !article.has(more) {
                // As many as can be had in all.
                let most: JSONValue = ["stock": .number(Double(before + (article.stock ?? 0)))]
                return order.outcome("tooFew", call.speech) + fields(order, items, index, call.speech) + most
            }
            try Article.take(db, more, of: article)
            items[index].quantity = quantity
            try items[index].update(db)
            try Change(kind: .quantity, item: position, before: String(before), after: String(quantity))
                .record(db, order, call.context)
            return order.outcome("done", call.speech) + fields(order, items, index, call.speech)
        }
    }

    private static func fields(_ order: Order, _ items: [Item], _ index: Int, _ speech: Speech) -> JSONValue {
        let item = items[index]
        return [
            "item": .number(Double(item.position)), "title": .string(item.title(speech.language)),
            "quantity": .number(Double(item.quantity)),
        ] + items.amountFields(order.currency, speech)
    }
}
