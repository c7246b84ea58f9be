import CallControl
import PluginManifests
import PluginStore

/// A method of the plugin.
protocol OrderMethod: SendableMetatype {
    static var declaration: PluginManifest.Method { get }

    static func answer(_ call: MethodCall) async throws -> JSONValue
}

extension OrderMethod {
    static var name: String { declaration.name }
}

typealias MethodCall = PluginStore.MethodCall<Settings>

// What several methods declare alike.
extension PluginManifest.Parameter {
    static let order = Self("order", .string, summary: "order number")
    static let verification = Self("verification", .string, sensitive: true, summary: "as verifyPin gave it")
}

extension PluginManifest.Result {
    static let found = Self("found", .boolean, summary: "whether there is such a thing")
    static let orders = Self("orders", .array, summary: "the orders, newest first")

    static let customer = [
        Self("customer", .string, summary: "customer number"),
        Self("name", .string, summary: "full name"),
        Self("greeting", .string, summary: "what the customer is called in a greeting"),
        Self("language", .string, summary: "language tag"),
    ]
    static let orderNumber = [
        Self("order", .string, summary: "order number"),
        Self("orderSpoken", .string, summary: "its digits one by one"),
    ]
    static let state = [
        Self("state", .string, summary: "received, packed, shipped, delivered or cancelled"),
        Self("stateSpoken", .string, summary: "the state as part of a sentence"),
    ]
    static let delivery = [
        Self("delivery", .date, summary: "day of delivery"),
        Self("deliverySpoken", .string, summary: "the day as it is said"),
    ]
    static let permissions = [
        Self("mayCancel", .boolean, summary: "whether its state lets it be cancelled"),
        Self("mayChangeQuantity", .boolean, summary: "whether its state lets quantities be changed"),
        Self("mayChangeDate", .boolean, summary: "whether its state lets the delivery be moved"),
    ]
    static let amount = [
        Self("amount", .string, summary: "decimal amount"),
        Self("cents", .integer, summary: "the amount in hundredths"),
        Self("currency", .string, summary: "ISO 4217"),
        Self("amountSpoken", .string, summary: "the amount as it is said"),
    ]
    /// What `status` tells of an order.
    static let orderOverview = orderNumber + state + delivery + permissions
}
