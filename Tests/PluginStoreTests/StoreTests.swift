import CallControl
import Foundation
import GRDB
import PluginKit
import PluginStore
import PluginTesting
import Testing

@Suite("A store", .timeLimit(.minutes(1)))
struct StoreTests {
    @Test("somebody else has the file: a write waits, and after its time has failed", arguments: [0, 1])
    func busy(seconds: Int) async throws {
        let test = try TestStore(settings: ["wait-seconds": .number(Double(seconds))])
        try await test.store.write("before")
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let path = test.url.appendingPathComponent("test.sqlite").path
        let other = try DatabaseQueue(path: path, configuration: configuration)
        try other.inDatabase { db in try db.beginTransaction(.immediate) }
        let begun = ContinuousClock.now
        let trouble = "the test store cannot be used: SQLite 5 (database is locked)"
        await #expect(throws: PluginFailure("unavailable", trouble)) { try await test.store.write("during") }
        #expect(ContinuousClock.now - begun >= .seconds(seconds))
        // Who reads waits for nobody.
        #expect(try await test.store.read(TestStore.context, Self.writers) == ["before"])
        try other.inDatabase { db in try db.rollback() }
        try await test.store.write("after")
        #expect(try await test.store.read(TestStore.context, Self.writers) == ["before", "after"])
    }

    @Test("what fails leaves nothing, and the next write is not kept waiting")
    func rollback() async throws {
        struct Trouble: Error {}
        let test = try TestStore()
        await #expect(throws: Trouble.self) {
            try await test.store.write(TestStore.context) { db in
                try db.execute(sql: "INSERT INTO writes (writer, waited) VALUES ('a', 0)")
                throw Trouble()
            }
        }
        try await test.another().store.write("b")
        #expect(try test.rows("SELECT writer FROM writes") == ["b"])
    }

    @Test("what is committed is on the disk when the caller is told", arguments: ["test.sqlite", ":memory:"])
    func synchronous(database: String) async throws {
        let test = try TestStore(settings: ["database": .string(database)])
        let mode = try await test.store.write(TestStore.context) { db in
            try String.fetchOne(db, sql: "PRAGMA synchronous")
        }
        #expect(mode == "2")
    }

    @Test("closed, it leaves nothing of SQLite's journal beside its file")
    func journal() async throws {
        let test = try TestStore()
        try await test.store.write("a")
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { _ = try? await test.store.read(TestStore.context, Self.writers) } }
        }
        #expect(try test.journal == ["test.sqlite-shm", "test.sqlite-wal"])
        await test.store.close()
        #expect(try test.journal.isEmpty)
        #expect(try test.rows("SELECT writer FROM writes") == ["a"])
    }

    @Test("closed for good: it is told, and no file is made")
    func closed() async throws {
        let test = try TestStore()
        await test.store.close()
        await #expect(throws: PluginFailure("unavailable", "the test store is closed")) {
            try await test.store.write("a")
        }
        #expect(!FileManager.default.fileExists(atPath: test.url.path))
    }

    private static let writers: @Sendable (Database) throws -> [String] = { db in
        try String.fetchAll(db, sql: "SELECT writer FROM writes ORDER BY id")
    }
}
