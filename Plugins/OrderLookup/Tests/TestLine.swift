import CallControl
import Foundation
import GRDB
import OrderLookup
import PluginKit

/// The plugin over a folder with example data of its own, which is removed when nothing uses it any more.
final class TestLine: Sendable {
    private final class Folder: Sendable {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("OrderLookup-\(UUID().uuidString)")

        deinit { try? FileManager.default.removeItem(at: url) }
    }

    private let folder: Folder
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

    convenience init(
        settings: JSONValue = [:], customers: String = customers, orders: String = orders, items: String = items
    ) throws {
        let folder = Folder()
        let seed = folder.url.appendingPathComponent("seed")
        try FileManager.default.createDirectory(at: seed, withIntermediateDirectories: true)
        for (name, text) in [("customers", customers), ("orders", orders), ("items", items)] {
            try text.write(to: seed.appendingPathComponent("\(name).csv"), atomically: false, encoding: .utf8)
        }
        try self.init(folder, settings)
    }

    private init(_ folder: Folder, _ settings: JSONValue) throws {
        self.folder = folder
        let usual: JSONValue = ["database": "data/orders.sqlite", "seed": "seed", "pin-cost": 8]
        plugin = try OrderLookup(
            PluginConfiguration(
                name: "orders", settings: usual.replacing(settings), flowFolder: folder.url.path))
    }

    var database: String { folder.url.appendingPathComponent("data/orders.sqlite").path }

    /// Another instance over the same folder, as another process has it.
    func another(_ settings: JSONValue = [:]) throws -> TestLine { try TestLine(folder, settings) }

    /// What the store holds, read by a connection of its own.
    func rows(_ sql: String) throws -> [String] {
        try DatabaseQueue(path: database).read { db in
            try Row.fetchAll(db, sql: sql).map { row in
                row.databaseValues.map { $0.isNull ? "-" : String.fromDatabaseValue($0) ?? "\($0)" }
                    .joined(separator: "|")
            }
        }
    }
}

/// A call in progress.
struct Caller {
    let line: TestLine
    var call: String
    var from: String
    /// Milliseconds since the virtual epoch, 2000-01-01.
    var at: Int

    init(_ line: TestLine, call: String = "1", from: String = "tel:+493023125001", at: Int = 0) {
        self.line = line
        self.call = call
        self.from = from
        self.at = at
    }

    /// The answer of a call through the runner, as a host makes it.
    func answer(_ method: String, _ parameters: JSONValue, invocation: String) async -> PluginAnswer {
        let now = WallClockTime(epochMilliseconds: WallClockTime.virtualEpoch.epochMilliseconds + at)
        let context = PluginContext(
            call: call, from: from, to: "tel:+12025550199", now: now, seed: 0, locale: "en-US",
            deadline: WallClockTime(epochMilliseconds: now.epochMilliseconds + 60_000),
            invocation: "\(call)/\(invocation)")
        return await PluginRunner.run(line.plugin, method, parameters, context)
    }

    /// The result of a call, which must be one.
    func ask(_ method: String, _ parameters: JSONValue = [:], invocation: String = UUID().uuidString) async throws
        -> JSONValue
    {
        switch await answer(method, parameters, invocation: invocation) {
        case .result(let result): return result
        case .failure(let what, let message): throw PluginFailure(what, message ?? "")
        }
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

extension JSONValue {
    /// The members of these names that there are, to compare with a literal.
    func picking(_ names: String...) -> JSONValue {
        .object(names.compactMap { name in self[name].map { Member(name, $0) } })
    }

    /// The members of this object, and over them those of the other.
    func replacing(_ other: JSONValue) -> JSONValue {
        .object(members.filter { other[$0.name] == nil } + other.members)
    }

    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }
}
