import CallControl
import PluginTesting
import Testing

@Suite("Languages")
struct LanguageTests {
    @Test("texts are in the language that is asked for, or else the call's")
    func status() async throws {
        var caller = Caller(try TestLine())
        let chinese: JSONValue = ["stateSpoken": "已收到，正在处理", "deliverySpoken": "1月5日，星期三"]
        let question: JSONValue = ["order": "1001", "language": "zh-CN"]
        #expect(try await caller.ask("status", question).picking("stateSpoken", "deliverySpoken") == chinese)
        #expect(try await caller.ask("status", ["order": "1001"])["stateSpoken"] == "has been received")
        caller.locale = "zh"
        #expect(
            try await caller.ask("status", ["order": "1001"]).picking("stateSpoken", "deliverySpoken") == chinese)
        #expect(
            try await caller.ask("status", ["order": "1001", "language": "en"])["stateSpoken"] == "has been received")
    }

    @Test("who calls is greeted in the customer's own language, unless another is asked for")
    func byCaller() async throws {
        let customers = TestLine.customers
            .replacing("greeting,language", with: "greeting,chineseGreeting,language")
            .replacing("Ms Bergmann,de", with: "Ms Bergmann,贝格曼女士,zh-CN")
            .replacing("Mr Whitfield,en", with: "Mr Whitfield,,zh")
            .replacing("Mx Handed,en", with: "Mx Handed,,en")
        let caller = Caller(try TestLine(customers: customers))
        let answer = try await caller.ask("byCaller")
        #expect(answer.picking("greeting", "language") == ["greeting": "贝格曼女士", "language": "zh-CN"])
        #expect(answer["orders"]?.elements.first?["stateSpoken"] == "已收到，正在处理")
        #expect(try await caller.ask("byCaller", ["language": "en-GB"])["greeting"] == "Ms Bergmann")
        #expect(
            try await caller.ask("byCaller", ["number": "+441632960102"])["greeting"] == "Whitfield, James",
            "by name, without a greeting")
    }

    @Test("orders, details and changes")
    func details() async throws {
        let caller = Caller(try TestLine())
        let verified = try await caller.ask(
            "verifyPin", ["customer": "20001", "pin": "471147", "language": "zh-CN"])
        #expect(verified["greeting"] == "Anna Bergmann")
        let order: JSONValue = [
            "verification": verified["verification"] ?? .null, "order": "1001", "language": "zh-CN",
        ]
        let details = try await caller.ask("details", order)
        #expect(
            details.picking("stateSpoken", "orderedSpoken", "amountSpoken") == [
                "stateSpoken": "已收到，正在处理", "orderedSpoken": "1999年12月31日，星期五", "amountSpoken": "74欧元80欧分",
            ])
        #expect(details["items"]?.elements.map { $0["title"] } == ["水壶", "红茶，250克"])
        let changed = try await caller.ask("changeQuantity", order.replacing(["item": 1, "quantity": 2]))
        #expect(
            changed.picking("outcome", "title", "amountSpoken") == [
                "outcome": "done", "title": "水壶", "amountSpoken": "124欧元70欧分",
            ])
        let moved = try await caller.ask("changeDate", order.replacing(["date": "0110"]))
        #expect(moved["deliverySpoken"] == "1月10日，星期一")
        #expect(try await caller.ask("cancel", order)["stateSpoken"] == "已取消")
        let list = try await caller.ask(
            "orders", ["verification": verified["verification"] ?? .null, "limit": 1, "language": "zh-CN"])
        #expect(list["orders"]?.elements.first?["stateSpoken"] == "已取消")
    }
}
