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

    func open() throws -> OpenStore {
        let store = try connect()
        try design.migrate(store) { db in
            if let seed = settings.seed { try design.fill(db, seed, context) }
        }
        return store
    }

    private func connect() throws -> OpenStore {
        var configuration = Configuration()
        configuration.label = design.name
        let patience = Duration.seconds(settings.waitSeconds)
        guard let path = settings.database else {
            return OpenStore(
                try DatabaseQueue(configuration: configuration), StoreWaiting(nil, atMost: patience))
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw PluginFailure(Store.unavailable, "the folder of the \(design.name) cannot be made")
        }
        let waiting = StoreWaiting(WriteTurn(folder: path + "-turn"), atMost: patience)
        configuration.busyMode = .callback { _ in waiting.goesOn() }
        let pool = try Self.retryingWhileBusy { try DatabasePool(path: path, configuration: configuration) }
        // What a caller was told is there after a power cut, too.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return OpenStore(pool, waiting)
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
