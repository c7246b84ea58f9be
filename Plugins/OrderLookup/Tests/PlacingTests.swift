import CallControl
import PluginTesting
import Testing

@Suite("New orders")
struct PlacingTests {
    private static let stock = "SELECT CAST(stock AS TEXT) FROM articles WHERE article = 'K-210'"

    @Test("what was offered and read back is what is ordered")
    func place() async throws {
        let line = try TestLine()
        let caller = Caller(line)
        let verification = try await caller.verification()
        let offer = try await caller.ask(
            "offer", ["verification": verification, "article": "210", "quantity": "2", "date": "0110"])
        #expect(
            offer.picking("outcome", "title", "amountSpoken", "deliverySpoken", "itemCount") == [
                "outcome": "offered", "title": "Kettle", "amountSpoken": "109 euros and 80 cents",
                "deliverySpoken": "Monday, January 10", "itemCount": 1,
            ])
        #expect(try line.rows(Self.stock) == ["3"])
        try await line.execute("UPDATE articles SET price = 9900")

        let parameters: JSONValue = ["verification": verification, "offer": offer["offer"] ?? .null]
        let placed = try await caller.ask("place", parameters, invocation: "p")
        #expect(
            placed.picking("outcome", "order", "orderSpoken", "state", "delivery", "amount", "currency", "itemCount")
                == [
                    "outcome": "placed", "order": "1007", "orderSpoken": "1 0 0 7", "state": "received",
                    "delivery": "2000-01-10", "amount": "109.80", "currency": "EUR", "itemCount": 1,
                ])
        #expect(placed["items"] == offer["items"])
        #expect(try line.rows(Self.stock) == ["1"])
        #expect(
            try line.rows("SELECT orderNumber, kind, before, after, customer FROM changes") == [
                "1007|place||received|20001"
            ])

        // A retry answers the same; asked once more it is ordered already.
        #expect(try await Caller(line.another()).ask("place", parameters, invocation: "p") == placed)
        let again = try await caller.ask("place", parameters)
        #expect(again.picking("outcome", "order") == ["outcome": "already", "order": "1007"])
        #expect(try line.rows("SELECT count(*) FROM orders") == ["7"])
        #expect(try await caller.ask("status", ["order": "1007"])["found"] == true)
    }

    @Test("the earliest day, if the caller names none, and texts in the caller's language")
    func chinese() async throws {
        let caller = Caller(try TestLine())
        let offer = try await caller.ask(
            "offer",
            ["verification": caller.verification(), "article": "K-210", "quantity": 1, "language": "zh"])
        #expect(
            offer.picking("title", "amountSpoken", "deliverySpoken") == [
                "title": "水壶", "amountSpoken": "54欧元90欧分", "deliverySpoken": "1月3日，星期一",
            ])
        #expect(offer["items"]?.elements.first?["title"] == "水壶")
    }

    @Test(
        "what cannot be offered",
        arguments: [
            (["article": "999"], "noSuchArticle"), (["article": "118"], "soldOut"), (["quantity": 0], "badQuantity"),
            (["quantity": 100], "badQuantity"), (["quantity": -1], "badQuantity"), (["quantity": 4], "tooFew"),
            (["article": "034", "quantity": 99], "offered"), (["date": "20000102"], "tooSoon"),
            (["date": "20000302"], "tooLate"), (["date": "1301"], "badDate"), (["date": "20000103"], "offered"),
        ] as [(JSONValue, String)])
    func refused(change: JSONValue, outcome: String) async throws {
        let caller = Caller(try TestLine())
        let usual: JSONValue = ["verification": try await caller.verification(), "article": "210", "quantity": 1]
        let answer = try await caller.ask("offer", usual.replacing(change))
        #expect(answer["outcome"] == .string(outcome))
        #expect((answer["offer"] == nil) == (outcome != "offered"))
        #expect(
            (answer["earliestSpoken"] == "Monday, January 3")
                == (outcome.hasPrefix("too") && outcome != "tooFew"
                    || outcome == "badDate"))
        #expect((answer["stock"] == 3) == (outcome == "tooFew" || answer["title"] == "Kettle"))
    }

    @Test("a former order is offered again at today's prices, without what cannot be had")
    func again() async throws {
        let caller = Caller(try TestLine())
        let verification = try await caller.verification()
        let offer = try await caller.ask("offerAgain", ["verification": verification, "order": "1001"])
        #expect(
            offer.picking("outcome", "order", "itemCount", "amount", "delivery", "missingCount") == [
                "outcome": "offered", "order": "1001", "itemCount": 2, "amount": "79.80", "delivery": "2000-01-03",
                "missingCount": 0,
            ])
        let placed = try await caller.ask("place", ["verification": verification, "offer": offer["offer"] ?? .null])
        #expect(placed.picking("outcome", "order") == ["outcome": "placed", "order": "1007"])
        #expect(placed["items"]?.elements.map { $0["item"] } == [1, 2])

        let missing = try await caller.ask("offerAgain", ["verification": verification, "order": "1002"])
        #expect(
            missing == [
                "outcome": "soldOut", "order": "1002", "orderSpoken": "1 0 0 2",
                "missing": [["article": "L-118", "title": "Lamp", "quantity": 1]], "missingCount": 1,
            ])
        #expect(
            try await caller.ask("offerAgain", ["verification": verification, "order": "1006"]) == [
                "outcome": "notFound"
            ])
    }

    @Test("part of a former order can be had")
    func part() async throws {
        let line = try TestLine(
            items: TestLine.items.replacing("1003,L-118", with: "1003,K-210,Kettle,1,1\n1003,L-118"))
        let caller = Caller(line)
        let offer = try await caller.ask(
            "offerAgain", ["verification": caller.verification(), "order": "1003", "language": "zh"])
        #expect(
            offer.picking("outcome", "itemCount", "missingCount") == [
                "outcome": "offered", "itemCount": 1, "missingCount": 1,
            ])
        #expect(offer["missing"]?.elements.first?["title"] == "台灯")
    }

    @Test("an offer is good for its customer and its call only, and forgotten when the call ends")
    func bounds() async throws {
        let line = try TestLine()
        let caller = Caller(line)
        let verification = try await caller.verification()
        let other = try await caller.verification("20002", "258025")
        let question: JSONValue = ["verification": verification, "article": "210", "quantity": 1]
        let offer = try await caller.ask("offer", question)["offer"] ?? .null
        for parameters: JSONValue in [
            ["verification": other, "offer": offer], ["verification": verification, "offer": "x"],
        ] {
            #expect(try await caller.ask("place", parameters) == ["outcome": "notOffered"])
        }
        let elsewhere = Caller(line, call: "2")
        let place: JSONValue = ["verification": try await elsewhere.verification(), "offer": offer]
        #expect(try await elsewhere.ask("place", place) == ["outcome": "notOffered"])
        try await elsewhere.end()
        #expect(try line.rows("SELECT count(*) FROM offers") == ["1"])
        for _ in 0..<2 { try await caller.end() }
        #expect(try line.rows("SELECT count(*) FROM offers") == ["0"])
        #expect(
            try await caller.ask("place", ["verification": verification, "offer": offer]) == ["outcome": "notOffered"])
    }

    @Test("of many orders at once no more are placed than there are articles, each with a number of its own")
    func storm() async throws {
        let line = try TestLine()
        let lines = [line, try line.another()]
        let outcomes = try await withThrowingTaskGroup(of: JSONValue.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let caller = Caller(lines[number % 2], call: "c\(number)")
                    let verification = try await caller.verification()
                    let offer = try await caller.ask(
                        "offer", ["verification": verification, "article": "210", "quantity": 1])
                    guard let token = offer["offer"] else { return offer["outcome"] ?? .null }
                    return try await caller.ask("place", ["verification": verification, "offer": token])["outcome"]
                        ?? .null
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 == "placed" }.count == 3)
        #expect(outcomes.filter { $0 == "soldOut" }.count == 17)
        #expect(try line.rows(Self.stock) == ["0"])
        #expect(try line.rows("SELECT count(*), count(DISTINCT number) FROM orders") == ["9|9"])
    }

    @Test("the stock follows changes and cancellations")
    func stock() async throws {
        let line = try TestLine()
        let caller = Caller(line)
        let order: JSONValue = ["verification": try await caller.verification(), "order": "1001"]
        func quantity(_ quantity: Int) async throws -> JSONValue {
            try await caller.ask("changeQuantity", order.replacing(["item": 1, "quantity": .number(Double(quantity))]))
        }
        #expect(
            try await quantity(5).picking("outcome", "quantity", "stock") == [
                "outcome": "tooFew", "quantity": 1, "stock": 4,
            ])
        #expect(try await quantity(4)["outcome"] == "done")
        #expect(try line.rows(Self.stock) == ["0"])
        #expect(try await quantity(2)["outcome"] == "done")
        #expect(try line.rows(Self.stock) == ["2"])
        #expect(try await caller.ask("cancel", order)["outcome"] == "done")
        #expect(try await caller.ask("cancel", order)["outcome"] == "already")
        #expect(try line.rows(Self.stock) == ["4"])
    }
}
