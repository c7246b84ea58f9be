import Foundation
import GRDB
import PluginKit

/// Opens a store: creates it, brings its tables up to date, and fills a new one with the example data.
struct StoreOpening: Sendable {
    private let settings: StoreSettings
    private let design: StoreDesign
    private let context: PluginContext

    init(_ settings: StoreSettings, _ design: StoreDesign, _ context: PluginContext) {
        self.settings = settings
        self.design = design
        self.context = context
    }

    func open() throws -> any DatabaseWriter {
        let database = try connect()
        try design.migrate(database) { db in
            if let seed = settings.seed { try design.fill(db, seed, context) }
        }
        return database
    }

    private func connect() throws -> any DatabaseWriter {
        var configuration = Configuration()
        configuration.label = design.name
        configuration.busyMode = .timeout(Double(settings.waitSeconds))
        guard let path = settings.database else { return try DatabaseQueue(configuration: configuration) }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw PluginFailure(Store.unavailable, "the folder of the \(design.name) cannot be made")
        }
        return try Self.retryingWhileBusy { try DatabasePool(path: path, configuration: configuration) }
    }

    /// SQLite does not wait for its busy timeout when several processes switch a new file to WAL at the same moment.
    private static func retryingWhileBusy<T>(_ open: () throws -> T) throws -> T {
        for _ in 0..<100 {
            do {
                return try open()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
        return try open()
    }
}
