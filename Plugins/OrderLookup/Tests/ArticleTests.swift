import CallControl
import PluginTesting
import Testing

@Suite("Articles")
struct ArticleTests {
    @Test("an article is found by its number and by the digits of it", arguments: ["K-210", "210"])
    func found(number: String) async throws {
        let answer = try await Caller(TestLine()).ask("article", ["article": .string(number)])
        #expect(
            answer == [
                "found": true, "article": "K-210", "articleSpoken": "K 2 1 0", "title": "Kettle", "inStock": true,
                "stock": 3, "price": "54.90", "currency": "EUR", "priceSpoken": "54 euros and 90 cents",
                "answer": "It boils.", "delivery": "2000-01-03", "deliverySpoken": "Monday, January 3",
            ])
    }

    @Test("in Chinese, in another currency, and where the stock is not counted")
    func chinese() async throws {
        let caller = Caller(try TestLine(settings: ["currency": "CNY"]))
        let answer = try await caller.ask("article", ["article": "034", "language": "zh-CN"])
        #expect(
            answer.picking("title", "inStock", "stock", "priceSpoken", "answer", "deliverySpoken") == [
                "title": "红茶，250克", "inStock": true, "priceSpoken": "12元4角5分", "answer": "散装。",
                "deliverySpoken": "1月2日，星期日",
            ])
    }

    @Test("what is sold out, and what there is not")
    func none() async throws {
        let caller = Caller(try TestLine())
        #expect(
            try await caller.ask("article", ["article": "118"]).picking("inStock", "stock") == [
                "inStock": false, "stock": 0,
            ])
        for number in ["", "21", "K-211", "%", "k-210"] {
            #expect(try await caller.ask("article", ["article": .string(number)]) == ["found": false])
        }
    }
}
