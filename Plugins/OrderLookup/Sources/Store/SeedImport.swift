import GRDB
import PluginKit

/// Puts the example data into a new store.
struct SeedImport {
    let context: PluginContext
    let pinCost: Int

    func run(_ seed: Seed, _ db: Database) throws {
        for customer in seed.customers {
            let pin = try PINHash(customer.pin, salt: PINHash.salt(for: customer.number, context), cost: pinCost)
            try db.execute(
                sql: """
                    INSERT INTO customers (number, name, greeting, chineseGreeting, language, phone, pin)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    customer.number, customer.name, customer.greeting, customer.chineseGreeting, customer.language,
                    customer.phone, pin.text,
                ])
        }
        for order in seed.orders { try order.insert(db) }
        for item in seed.items { try item.insert(db) }
        for article in seed.articles { try article.insert(db) }
    }
}
