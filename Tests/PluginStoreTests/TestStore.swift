import CallControl
import Foundation
import GRDB
import PluginKit
import PluginStore
import PluginTesting

/// A store of its own folder, in which writers leave their names.
struct TestStore {
    private let folder: TestFolder
    let store: Store

    init(settings: JSONValue = [:]) throws { try self.init(TestFolder(), settings) }

    private init(_ folder: TestFolder, _ settings: JSONValue) throws {
        self.folder = folder
        store = try Self.store(in: folder.url, settings)
    }

    /// Another store over the same file, as another process has it.
    func another(_ settings: JSONValue = [:]) throws -> TestStore { try TestStore(folder, settings) }

    static func store(in folder: URL, _ settings: JSONValue = [:]) throws -> Store {
        let usual: JSONValue = ["database": "test.sqlite"]
        let configuration = PluginConfiguration(
            name: "test", settings: usual.replacing(settings), flowFolder: folder.path)
        let design = StoreDesign(
            name: "test store",
            steps: ["CREATE TABLE writes (id INTEGER PRIMARY KEY, writer TEXT NOT NULL, waited REAL NOT NULL)"]
        ) { _, _, _ in }
        return Store(try StoreSettings(configuration), design)
    }

    var url: URL { folder.url }

    func rows(_ sql: String) throws -> [String] { try folder.rows(of: "test.sqlite", sql) }

    /// The files of SQLite's journal.
    var journal: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: url.path)
                .filter { $0.hasSuffix("-wal") || $0.hasSuffix("-shm") }.sorted()
        }
    }

    static let context = PluginContext(
        call: "1", from: "tel:1", to: "tel:2", now: .virtualEpoch, seed: 0, locale: "en",
        deadline: .virtualEpoch, invocation: "1/1")
}

extension Store {
    /// Leaves a name, in a transaction that takes at least a millisecond.
    func write(_ writer: String) async throws {
        let asked = ContinuousClock.now
        try await write(TestStore.context) { db in
            let waited = (ContinuousClock.now - asked) / .milliseconds(1)
            try db.execute(sql: "INSERT INTO writes (writer, waited) VALUES (?, ?)", arguments: [writer, waited])
            usleep(1000)
        }
    }
}
