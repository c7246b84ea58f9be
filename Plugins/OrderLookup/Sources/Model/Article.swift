import CallControl
import GRDB
import PluginKit

/// What the line sells.
struct Article: Decodable, FetchableRecord, Sendable {
    /// Its number, as `K-210`.
    let article: String
    /// The digits of its number, as a caller keys them in.
    let keys: String
    let english: String
    let chinese: String
    /// Of one piece, in hundredths.
    let price: Int
    /// How many there are; nil: it is not counted.
    let stock: Int?
    /// From the order to the delivery, at the least.
    let days: Int
    /// What is answered to whoever asks about it.
    let englishAnswer: String
    let chineseAnswer: String

    /// - Parameter number: `K-210`, or its digits.
    static func find(_ db: Database, _ number: String) throws -> Article? {
        try fetchOne(db, sql: "SELECT * FROM articles WHERE article = ?1 OR keys = ?1", arguments: [number])
    }

    /// The digits of an article number.
    static func keys(of article: String) -> String {
        String(article.filter { $0.isASCII && $0.isNumber })
    }

    func insert(_ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO articles (article, keys, english, chinese, price, stock, days, englishAnswer, chineseAnswer)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [article, keys, english, chinese, price, stock, days, englishAnswer, chineseAnswer])
    }

    /// Whether there are so many.
    func has(_ quantity: Int) -> Bool { stock.map { $0 >= quantity } ?? true }

    /// Takes so many out of the stock; a negative number gives them back. Of what is no article, nothing happens.
    static func take(_ db: Database, _ quantity: Int, of article: String) throws {
        try db.execute(
            sql: "UPDATE articles SET stock = stock - ? WHERE article = ?", arguments: [quantity, article])
    }

    /// So many of it, to be ordered.
    func item(_ quantity: Int) -> Item {
        Item(
            orderNumber: "", position: 1, article: article, title: english, quantity: quantity, price: price,
            chinese: chinese)
    }

    /// What a flow is told of it wherever it is spoken of.
    func fields(_ speech: Speech) -> JSONValue {
        var fields: JSONValue = [
            "article": .string(article), "articleSpoken": .string(Spoken.digits(article.filter { $0 != "-" })),
            "title": .string(speech.language.choose(english, chinese)), "inStock": .bool(has(1)),
        ]
        if let stock { fields = fields + ["stock": .number(Double(stock))] }
        return fields
    }
}
