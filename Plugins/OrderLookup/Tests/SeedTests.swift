import CallControl
import Foundation
import OrderLookup
import PluginKit
import PluginTesting
import Testing

@Suite("Example data")
struct SeedTests {
    @Test("dates count from the day on which the store is created, and later openings leave them")
    func relativeDates() async throws {
        let line = try TestLine()
        let later = 10 * 86_400_000
        #expect(try await Caller(line, at: later).ask("status", ["order": "1001"])["delivery"] == "2000-01-15")
        #expect(try await Caller(line.another()).ask("status", ["order": "1001"])["delivery"] == "2000-01-15")
        #expect(try await Caller(line.another()).ask("status", ["order": "1002"])["delivery"] == "2000-01-03")
    }

    @Test("data is read once: what changed stays changed")
    func once() async throws {
        let line = try TestLine()
        let caller = Caller(line)
        _ = try await caller.ask("cancel", ["verification": caller.verification(), "order": "1001"])
        #expect(try await Caller(line.another()).ask("status", ["order": "1001"])["state"] == "cancelled")
    }

    @Test("a store without example data is empty")
    func none() async throws {
        let line = try TestLine(settings: ["seed": .null])
        #expect(try await Caller(line).ask("status", ["order": "1001"]) == ["found": false])
    }

    @Test("files may have a byte order mark, CRLF and empty lines")
    func forms() async throws {
        let text = "\u{FEFF}" + TestLine.orders.replacing("\n", with: "\r\n\r\n") + "\r\n"
        let caller = Caller(try TestLine(orders: text))
        #expect(try await caller.ask("status", ["order": "1006"])["found"] == true)
    }

    @Test(
        "what is wrong with the data is told with its line, and never a value",
        arguments: [
            (["pin": "471147,"], "customers.csv:2: it has 7 of 6 columns"),
            (
                ["greetings": "number,name,greeting,nickname,language,phone,pin"],
                """
                customers.csv:1: the columns must be number, name, greeting, language, phone, pin, and may be \
                chineseGreeting
                """
            ),
            (["pin": "47a147"], "customers.csv:2: the column 'pin' is no good"),
            (["pin": "\"471147"], "customers.csv:3: a quote is out of place"),
            (
                ["header": "number,name"],
                "orders.csv:1: the columns must be number, customer, state, ordered, delivery, currency"
            ),
            (["customer": "\n20004,\"x"], "customers.csv:5: a quoted field does not end"),
            (["customer": "\n20004,a\"x"], "customers.csv:5: a quote is out of place"),
            (["customer": "\n20001,a,b,en,,1"], "customers.csv:5: the column 'number' is no good"),
            (["order": "\n1007,99999,received,0,+1,EUR"], "orders.csv:8: the column 'customer' is no good"),
            (["order": "\n1001,20001,received,0,+1,EUR"], "orders.csv:8: the column 'number' is no good"),
            (["state": "lost"], "orders.csv:2: the column 'state' is no good"),
            (["delivery": "+99999999"], "orders.csv:2: the column 'delivery' is no good"),
            (["article": "\nX210,a,b,1,1,1,c,d"], "articles.csv:5: the column 'article' is no good"),
            (["article": "\nX-Y,a,b,1,1,1,c,d"], "articles.csv:5: the column 'article' is no good"),
            (["article": "\nX-9,a,b,1,-1,1,c,d"], "articles.csv:5: the column 'stock' is no good"),
            (["article": "\nX-9,a,b,1,1,0,c,d"], "articles.csv:5: the column 'days' is no good"),
            (["article": "\nX-9,a,b,1,1,1,c,"], "articles.csv:5: the column 'chineseAnswer' is no good"),
        ] as [([String: String], String)])
    func problems(change: [String: String], message: String) async throws {
        var customers = TestLine.customers
        var orders = TestLine.orders
        if let pin = change["pin"] { customers = customers.replacing("471147", with: pin) }
        customers += change["customer"] ?? ""
        orders += change["order"] ?? ""
        if let state = change["state"] { orders = orders.replacing("received", with: state) }
        if let day = change["delivery"] { orders = orders.replacing("+4", with: day) }
        if let header = change["header"] { orders = header + "\n" + orders }
        if let header = change["greetings"] { customers = header + "\n" + customers }
        let articles = TestLine.articles + (change["article"] ?? "")
        let line = try TestLine(customers: customers, orders: orders, articles: articles)
        #expect(
            await Caller(line).answer("status", ["order": "1001"], invocation: "a")
                == .failure(what: "unavailable", message: message))
        #expect(try line.rows("SELECT name FROM sqlite_master") == [])
    }

    @Test(
        "the flows' data loads, quickly enough for a fresh store in each test",
        arguments: ["order-hotline/data", "contact-center/data/orders"])
    func flows(folder: String) async throws {
        let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../flows/\(folder)").standardizedFileURL
        let caller = Caller(try TestLine(settings: ["database": ":memory:", "seed": .string(data.path)]))
        #expect(try await caller.ask("status", ["order": "1002"])["found"] == true)
        #expect(try await caller.verify("20001", "4711")["outcome"] == "verified")
    }

    @Test("without articles nothing is sold")
    func noArticles() async throws {
        let line = try TestLine()
        try line.remove("seed/articles.csv")
        #expect(try await Caller(line).ask("article", ["article": "210"]) == ["found": false])
        #expect(try await Caller(line).ask("status", ["order": "1001"])["found"] == true)
    }

    @Test("a store of the first version is brought up to date, and keeps what it has")
    func migration() async throws {
        let line = try TestLine()
        _ = try await Caller(line).ask("status", ["order": "1001"])
        try await line.execute(
            """
            DROP TABLE articles; DROP TABLE offers; ALTER TABLE customers DROP COLUMN chineseGreeting;
            UPDATE orders SET state = 'packed' WHERE number = '1001';
            PRAGMA user_version = 1
            """)
        let caller = Caller(try line.another())
        #expect(try await caller.ask("status", ["order": "1001"])["state"] == "packed")
        #expect(try await caller.ask("article", ["article": "210"]) == ["found": false])
        #expect(try line.rows("PRAGMA user_version") == ["2"])
    }
}
