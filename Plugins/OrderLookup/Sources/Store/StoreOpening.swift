import CallControl
import Foundation
import GRDB
import PluginKit

/// Opens the store: creates it, brings its schema up to date, and fills a new one with the example data.
struct StoreOpening {
    private let settings: Settings
    private let context: PluginContext

    init(_ settings: Settings, _ context: PluginContext) {
        self.settings = settings
        self.context = context
    }

    func open() throws -> any DatabaseWriter {
        let database = try connect()
        try Schema.migrate(database) { db in
            guard let seed = settings.seed else { return }
            try SeedImport(context: context, pinCost: settings.pinCost).run(
                Seed(folder: seed, today: context.now.day), db)
        }
        return database
    }

    private func connect() throws -> any DatabaseWriter {
        var configuration = Configuration()
        configuration.label = "OrderLookup"
        configuration.busyMode = .timeout(Double(settings.waitSeconds))
        guard let path = settings.database else { return try DatabaseQueue(configuration: configuration) }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw PluginFailure(OrderStore.unavailable, "the folder of the order store cannot be made")
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
