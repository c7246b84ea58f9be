import PluginKit

/// The plugin's settings, see the README.
struct Settings: Sendable {
    /// An absolute path; nil: a store in memory, this instance's own.
    let database: String?
    /// The folder of example data, absolute.
    let seed: String?
    let pinCost: Int
    let pinTries: Int
    let pinLockMinutes: Int
    let verificationMinutes: Int
    let deliveryDays: Int
    let waitSeconds: Int

    init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        try configuration.allow([
            "database", "seed", "pin-cost", "pin-tries", "pin-lock-minutes", "verification-minutes", "delivery-days",
            "wait-seconds",
        ])
        guard let path = try configuration.string("database"), !path.isEmpty else {
            throw configuration.error("the setting 'database' is missing")
        }
        database = path == ":memory:" ? nil : configuration.dataPath(path)
        seed = try configuration.string("seed").map(configuration.flowPath)
        pinCost = try configuration.integer("pin-cost", in: 8...17) ?? 14
        pinTries = try configuration.integer("pin-tries", in: 1...20) ?? 3
        pinLockMinutes = try configuration.integer("pin-lock-minutes", in: 1...1440) ?? 15
        verificationMinutes = try configuration.integer("verification-minutes", in: 1...240) ?? 10
        waitSeconds = try configuration.integer("wait-seconds", in: 0...9) ?? 5
        deliveryDays = try configuration.integer("delivery-days", in: 1...3650) ?? 60
    }
}
