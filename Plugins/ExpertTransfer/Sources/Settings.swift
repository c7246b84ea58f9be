import PluginKit
import PluginStore

/// The plugin's settings, see the README.
struct Settings: Sendable {
    let store: StoreSettings
    let ringSeconds: Int
    let talkSeconds: Int
    let queueSeconds: Int
    let restSeconds: Int
    let callbackDays: Int

    init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        try configuration.allow([
            "database", "seed", "ring-seconds", "talk-seconds", "queue-seconds", "rest-seconds", "callback-days",
            "wait-seconds",
        ])
        store = try StoreSettings(configuration)
        ringSeconds = try configuration.integer("ring-seconds", in: Ringing.seconds) ?? 20
        talkSeconds = try configuration.integer("talk-seconds", in: LeaseClock.talkSeconds) ?? 3600
        queueSeconds = try configuration.integer("queue-seconds", in: 0...3600) ?? 120
        restSeconds = try configuration.integer("rest-seconds", in: 0...3600) ?? 60
        callbackDays = try configuration.integer("callback-days", in: 1...365) ?? 14
    }
}
