import PluginKit
import PluginStore

/// The plugin's settings, see the README.
struct Settings: Sendable {
    let store: StoreSettings
    let holdSeconds: Int
    let horizonDays: Int
    let noticeMinutes: Int

    init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        try configuration.allow([
            "database", "seed", "hold-seconds", "horizon-days", "notice-minutes", "wait-seconds",
        ])
        store = try StoreSettings(configuration)
        holdSeconds = try configuration.integer("hold-seconds", in: 10...HoldClock.longestSeconds) ?? 120
        horizonDays = try configuration.integer("horizon-days", in: 1...730) ?? 60
        noticeMinutes = try configuration.integer("notice-minutes", in: 0...10_080) ?? 30
    }
}
