import Foundation
public import PluginKit

/// The settings that every plugin with a store has: `database`, `seed` and `wait-seconds`.
public struct StoreSettings: Sendable {
    /// An absolute path; nil: a store in memory, this instance's own.
    let database: String?
    /// The folder of example data, absolute.
    let seed: String?
    let waitSeconds: Int
    /// This process as an owner of what it holds in the store; nil: no other process can see the store.
    public let owner: LiveOwner?

    /// - Throws: an error that names a setting that is missing or cannot be.
    public init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        guard let path = try configuration.string("database"), !path.isEmpty else {
            throw configuration.error("the setting 'database' is missing")
        }
        database = path == ":memory:" ? nil : configuration.dataPath(path)
        seed = try configuration.string("seed").map(configuration.flowPath)
        owner = database.map { LiveOwner(folder: URL(fileURLWithPath: $0 + "-owners", isDirectory: true)) }
        waitSeconds = try configuration.integer("wait-seconds", in: 0...9) ?? 5
    }
}
