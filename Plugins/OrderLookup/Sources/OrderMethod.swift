import CallControl
import PluginManifests
import PluginStore

typealias MethodCall = PluginStore.MethodCall<Settings>

// What several methods declare alike.
extension PluginManifest.Parameter {
    static let order = Self("order", .string, summary: "order number")
    static let article = Self("article", .string, summary: "article number, or its digits")
    static let date = Self(
        "date", .string, required: false,
        summary: "day of delivery, YYYYMMDD, MMDD (the next such day) or YYYY-MM-DD; the earliest, if not given")
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
    static let stock = Self("stock", .integer, summary: "how many there are, if they are counted")
    static let items = Self("items", .array, summary: "its items")
    static let itemCount = Self("itemCount", .integer, summary: "how many items it has")
    static let article = [
        Self("article", .string, summary: "article number"),
        Self("articleSpoken", .string, summary: "its letters and digits one by one"),
        Self("title", .string, summary: "its name"),
        Self("inStock", .boolean, summary: "whether there is any"), stock,
    ]
    static let price = [
        Self("price", .string, summary: "decimal price of one piece"),
        Self("currency", .string, summary: "ISO 4217"),
        Self("priceSpoken", .string, summary: "the price as it is said"),
    ]
    static let deliveryDays = [
        Self("earliest", .date, summary: "the first day that can be had"),
        Self("earliestSpoken", .string, summary: "that day as it is said"),
        Self("latest", .date, summary: "the last day that can be had"),
        Self("latestSpoken", .string, summary: "that day as it is said"),
    ]
    static let offer =
        [Self("offer", .string, summary: "what place asks for")] + delivery + [itemCount] + amount + [items]
    static let orderDetails =
        orderOverview + [
            Self("ordered", .date, summary: "day of the order"),
            Self("orderedSpoken", .string, summary: "the day as it is said"),
        ] + amount + [itemCount, items]
    /// What `status` tells of an order.
    static let orderOverview = orderNumber + state + delivery + permissions
}
