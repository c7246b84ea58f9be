public import Foundation
import GRDB

/// A folder with files for a test, which is removed when nothing uses it any more.
public final class TestFolder: Sendable {
    public let url: URL

    /// - Parameter files: their texts by path.
    public init(_ files: [String: String] = [:]) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("dialtone-test-\(UUID().uuidString)")
        for (path, text) in files {
            let file = url.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: false, encoding: .utf8)
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Changes an SQLite file as its owner does.
    public func execute(on database: String, _ sql: String) async throws {
        let path = url.appendingPathComponent(database).path
        try await DatabaseQueue(path: path).write { db in try db.execute(sql: sql) }
    }

    /// What an SQLite file holds, read by a connection of its own: a text for each row, with `|` between the columns
    /// and `-` for null.
    public func rows(of database: String, _ sql: String) throws -> [String] {
        var configuration = Configuration()
        // Somebody who has just closed it may still be tidying up.
        configuration.busyMode = .timeout(5)
        let path = url.appendingPathComponent(database).path
        return try DatabaseQueue(path: path, configuration: configuration).read { db in
            try Row.fetchAll(db, sql: sql).map { row in
                row.databaseValues.map { $0.isNull ? "-" : String.fromDatabaseValue($0) ?? "\($0)" }
                    .joined(separator: "|")
            }
        }
    }
}
