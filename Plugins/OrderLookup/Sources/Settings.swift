import PluginKit
import PluginStore

/// The plugin's settings, see the README.
struct Settings: Sendable {
    let store: StoreSettings
    let pinCost: Int
    let pinTries: Int
    let pinLockMinutes: Int
    let verificationMinutes: Int
    let deliveryDays: Int
    let currency: String

    init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        try configuration.allow([
            "database", "seed", "pin-cost", "pin-tries", "pin-lock-minutes", "verification-minutes", "delivery-days",
            "currency", "wait-seconds",
        ])
        store = try StoreSettings(configuration)
        pinCost = try configuration.integer("pin-cost", in: 8...17) ?? 14
        pinTries = try configuration.integer("pin-tries", in: 1...20) ?? 3
        pinLockMinutes = try configuration.integer("pin-lock-minutes", in: 1...1440) ?? 15
        verificationMinutes = try configuration.integer("verification-minutes", in: 1...240) ?? 10
        deliveryDays = try configuration.integer("delivery-days", in: 1...3650) ?? 60
        let currency = try configuration.string("currency") ?? "EUR"
        guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw configuration.error("the setting 'currency' is no code of ISO 4217 such as EUR")
        }
        self.currency = currency
    }
}
