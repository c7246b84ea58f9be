import CallControl
import Foundation
import GRDB
import OrderLookup
import PluginKit
import PluginTesting
import Testing

@Suite("A store that several processes open", .timeLimit(.minutes(2)))
struct SharedStoreTests {
    @Test("ten that open a new store at once make it once")
    func creation() async throws {
        let line = try TestLine()
        let lines = try (0..<10).map { _ in try line.another() }
        try await withThrowingTaskGroup(of: JSONValue.self) { group in
            for (number, line) in lines.enumerated() {
                group.addTask { try await Caller(line, call: "\(number)").ask("status", ["order": "1001"]) }
            }
            for try await answer in group { #expect(answer["state"] == "received") }
        }
        #expect(try line.rows("SELECT count(*) FROM orders") == ["6"])
        #expect(try line.rows("PRAGMA journal_mode") == ["wal"])
    }

    @Test("changes through two at once are each made once")
    func changes() async throws {
        let line = try TestLine()
        let callers = [Caller(line), Caller(try line.another())]
        let verification = try await callers[0].verification()
        let outcomes = try await withThrowingTaskGroup(of: JSONValue.self) { group in
            for number in 0..<60 {
                group.addTask {
                    try await callers[number % 2].ask(
                        "changeQuantity",
                        [
                            "verification": verification, "order": "1001", "item": 2,
                            "quantity": .number(Double(3 + number / 2)),
                        ], invocation: "\(number / 2)")
                }
            }
            return try await group.reduce(into: []) { $0.append($1["outcome"] ?? .null) }
        }
        // Thirty invocations, each carried by both: the second of a pair gives the first one's answer.
        #expect(outcomes.filter { $0 == "done" }.count == 60)
        #expect(try line.rows("SELECT count(*), count(DISTINCT invocation) FROM changes") == ["30|30"])
        let chain = try line.rows(
            "SELECT count(*) FROM changes a JOIN changes b ON b.id = a.id + 1 WHERE a.after = b.before")
        #expect(chain == ["29"])
    }

    @Test("a store that another holds for too long is unavailable, and well again when it lets go")
    func locked() async throws {
        let line = try TestLine(settings: ["wait-seconds": 0])
        let caller = Caller(line)
        let verification = try await caller.verification()
        let parameters: JSONValue = ["verification": verification, "order": "1001"]
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: line.database, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
        let answer = await caller.answer("cancel", parameters, invocation: "a")
        #expect(
            answer
                == .failure(
                    what: "unavailable", message: "the order store cannot be used: SQLite 5 (database is locked)"))
        #expect(try await caller.ask("status", ["order": "1001"])["state"] == "received")
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        #expect(try await caller.ask("cancel", parameters, invocation: "a")["outcome"] == "done")
    }

    @Test("a file that is no store, or of a later version, is unavailable; when it is gone a new one is made")
    func unreadable() async throws {
        let line = try TestLine()
        let caller = Caller(line)
        let file = URL(fileURLWithPath: line.database)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(repeating: 0x2A, count: 8192).write(to: file)
        let first = await caller.answer("status", ["order": "1001"], invocation: "a")
        #expect(
            first
                == .failure(
                    what: "unavailable", message: "the order store cannot be used: SQLite 26 (file is not a database)"))
        try FileManager.default.removeItem(at: file)
        try await DatabaseQueue(path: line.database).write { try $0.execute(sql: "PRAGMA user_version = 99") }
        let second = await caller.answer("status", ["order": "1001"], invocation: "b")
        #expect(second == .failure(what: "unavailable", message: "the order store was made by a newer version"))
        try FileManager.default.removeItem(at: file)
        #expect(try await caller.ask("status", ["order": "1001"])["found"] == true)
    }
}
