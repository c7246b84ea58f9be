import CallControl
import Foundation
import OrderLookup
import PluginKit
import PluginTesting

/// The plugin over a folder with example data of its own.
final class TestLine: PluginFixture {
    static let database = "data/orders.sqlite"

    let folder: TestFolder
    let plugin: OrderLookup

    static let customers = """
        number,name,greeting,language,phone,pin
        20001,Anna Bergmann,Ms Bergmann,de,+49 30 2312-5001,471147
        20002,"Whitfield, James",Mr Whitfield,en,+441632960102,258025
        20003,Empty Handed,Mx Handed,en,,888888
        """
    static let orders = """
        number,customer,state,ordered,delivery,currency
        1001,20001,received,-1,+4,EUR
        1002,20001,packed,-2,2000-01-03,EUR
        1003,20001,shipped,-3,+1,EUR
        1004,20001,delivered,-40,-31,EUR
        1005,20001,cancelled,-50,-45,EUR
        1006,20002,received,-1,+4,GBP
        """
    static let items = """
        order,article,title,quantity,price
        1001,K-210,Kettle,1,49.90
        1001,T-034,"Tea ""Darjeeling"", 250 g",2,12.45
        1002,L-118,Lamp,1,79
        1003,L-118,Lamp,1,79
        1004,L-118,Lamp,1,79
        1005,L-118,Lamp,1,79
        1006,L-118,Lamp,1,0.01
        """

    static let articles = """
        article,english,chinese,price,stock,days,englishAnswer,chineseAnswer
        K-210,Kettle,水壶,54.90,3,2,It boils.,会烧水。
        T-034,"Tea ""Darjeeling"", 250 g",红茶，250克,12.45,,1,It is loose.,散装。
        L-118,Lamp,台灯,79,0,5,It shines.,会发光。
        """

    convenience init(
        settings: JSONValue = [:], customers: String = customers, orders: String = orders, items: String = items,
        articles: String = articles
    ) throws {
        try self.init(
            TestFolder([
                "seed/customers.csv": customers, "seed/orders.csv": orders, "seed/items.csv": items,
                "seed/articles.csv": articles,
            ]), settings)
    }

    private init(_ folder: TestFolder, _ settings: JSONValue) throws {
        self.folder = folder
        let usual: JSONValue = ["database": .string(Self.database), "seed": "seed", "pin-cost": 8]
        plugin = try OrderLookup(
            PluginConfiguration(
                name: "orders", settings: usual.replacing(settings), flowFolder: folder.url.path))
    }

    var database: String { folder.url.appendingPathComponent("data/orders.sqlite").path }

    /// Another instance over the same folder, as another process has it.
    func another(_ settings: JSONValue = [:]) throws -> TestLine { try TestLine(folder, settings) }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent(path))
    }
}

typealias Caller = TestCall

extension TestCall {
    /// - Parameter at: milliseconds since the virtual epoch, 2000-01-01.
    init(_ line: TestLine, call: String = "1", from: String = "tel:+493023125001", at: Int = 0) {
        self.init(line.plugin, in: line.folder, call: call, from: from)
        self.at = at
    }

    func verify(_ customer: String = "20001", _ pin: String = "471147", invocation: String = UUID().uuidString)
        async throws -> JSONValue
    {
        try await ask(
            "verifyPin", ["customer": .string(customer), "pin": .string(pin)], invocation: invocation)
    }

    /// What a right PIN gives.
    func verification(_ customer: String = "20001", _ pin: String = "471147") async throws -> JSONValue {
        try await verify(customer, pin)["verification"] ?? .null
    }
}
