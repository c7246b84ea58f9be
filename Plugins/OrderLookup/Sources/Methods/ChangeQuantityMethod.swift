import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// Changes how many of an item are ordered.
enum ChangeQuantityMethod: OrderMethod {
    static let declaration = PluginManifest.Method(
        "changeQuantity", "Changes the quantity of an item while the order is received",
        [
            .verification, .order, .init("item", .integer, summary: "the item's position, from 1"),
            .init("quantity", .integer, summary: "the new quantity, 1 to 99"),
        ],
        [.outcome] + PluginManifest.Result.orderNumber + PluginManifest.Result.state + [
            .init("item", .integer, summary: "the item's position"),
            .init("title", .string, summary: "the item's name"),
            .init("quantity", .integer, summary: "the quantity as it stands now"),
        ] + PluginManifest.Result.amount)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let position = try call.read.integer("item")
        let quantity = try call.read.integer("quantity")
        return try await OrderChange.answer(call, name) { db, order in
            guard order.state.mayChangeQuantity else { return order.outcome("notAllowed") }
            var items = try Item.all(db, of: order)
            guard let index = items.firstIndex(where: { $0.position == position }) else {
                return order.outcome("noSuchItem")
            }
            let before = items[index].quantity
            guard (1...99).contains(quantity) else {
                return order.outcome("badQuantity") + fields(order, items, index)
            }
            guard quantity != before else { return order.outcome("already") + fields(order, items, index) }
            items[index].quantity = quantity
            try items[index].update(db)
            try Change(kind: .quantity, item: position, before: String(before), after: String(quantity))
                .record(db, order, call.context)
            return order.outcome("done") + fields(order, items, index)
        }
    }

    private static func fields(_ order: Order, _ items: [Item], _ index: Int) -> JSONValue {
        let item = items[index]
        return [
            "item": .number(Double(item.position)), "title": .string(item.title),
            "quantity": .number(Double(item.quantity)),
        ] + order.amountFields(items)
    }
}
