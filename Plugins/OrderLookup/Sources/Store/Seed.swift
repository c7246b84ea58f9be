import CallControl
import PluginKit
import PluginStore

/// The example data: the tables of a folder, checked.
struct Seed {
    struct SeedCustomer {
        let number, name, greeting, language, pin: String
        let phone, chineseGreeting: String?
    }

    let customers: [SeedCustomer]
    let orders: [Order]
    let items: [Item]
    let articles: [Article]

    /// - Parameter today: the day from which `+4` and `-31` count.
    /// - Throws: a failure that names file, line and column, and no value.
    init(folder: String, today: CalendarDay) throws(PluginFailure) {
        var numbers: Set<String> = []
        customers = try SeedFile(
            "customers.csv", folder, ["number", "name", "greeting", "language", "phone", "pin"],
            optional: ["chineseGreeting"]
        )
        .map { (line) throws(PluginFailure) in
            SeedCustomer(
                number: try line.newNumber(&numbers), name: try line.text("name"),
                greeting: try line.text("greeting"), language: try line.text("language"),
                pin: try line.digits("pin"), phone: PhoneNumber(line["phone"])?.digits,
                chineseGreeting: try line.optional("chineseGreeting") { $0 })
        }
        let customerNumbers = numbers
        numbers = []
        orders = try SeedFile("orders.csv", folder, ["number", "customer", "state", "ordered", "delivery", "currency"])
            .map { (line) throws(PluginFailure) in
                Order(
                    number: try line.newNumber(&numbers),
                    customer: try line.value("customer") { customerNumbers.contains($0) ? $0 : nil },
                    state: try line.value("state", OrderState.init(rawValue:)),
                    ordered: try line.day("ordered", today), delivery: try line.day("delivery", today),
                    currency: try line.text("currency"))
            }
        var positions: [String: Int] = [:]
        items = try SeedFile("items.csv", folder, ["order", "article", "title", "quantity", "price"])
            .map { (line) throws(PluginFailure) in
                let order = try line.value("order") { numbers.contains($0) ? $0 : nil }
                positions[order, default: 0] += 1
                return Item(
                    orderNumber: order, position: positions[order, default: 1], article: try line.text("article"),
                    title: try line.text("title"),
                    quantity: try line.value("quantity") { Int($0).flatMap { (1...9999).contains($0) ? $0 : nil } },
                    price: try line.value("price", Money.cents))
            }
        articles = try Self.articles(folder)
    }

    private static func articles(_ folder: String) throws(PluginFailure) -> [Article] {
        let file = try SeedFile(
            ifThere: "articles.csv", folder,
            ["article", "english", "chinese", "price", "stock", "days", "englishAnswer", "chineseAnswer"])
        var (codes, keys): (Set<String>, Set<String>) = ([], [])
        return try file?.map { (line) throws(PluginFailure) in
            let article = try line.newCode("article", &codes)
            return Article(
                article: article,
                keys: try line.value("article") { text in
                    let digits = Article.keys(of: text)
                    return !digits.isEmpty && keys.insert(digits).inserted ? digits : nil
                },
                english: try line.text("english"), chinese: try line.text("chinese"),
                price: try line.value("price", Money.cents),
                stock: try line.optional("stock") { Int($0).flatMap { (0...999_999).contains($0) ? $0 : nil } },
                days: try line.number("days", in: 1...365, empty: 1),
                englishAnswer: try line.text("englishAnswer"), chineseAnswer: try line.text("chineseAnswer"))
        } ?? []
    }
}

extension SeedLine {
    /// A number that no line before it has.
    fileprivate func newNumber(_ seen: inout Set<String>) throws(PluginFailure) -> String {
        let number = try digits("number")
        return try value("number") { _ in seen.insert(number).inserted ? number : nil }
    }
}
