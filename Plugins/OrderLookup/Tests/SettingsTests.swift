import CallControl
import OrderLookup
import PluginKit
import PluginManifests
import Testing

@Suite("Settings")
struct SettingsTests {
    @Test(
        "a setting that cannot be is told",
        arguments: [
            ([:], "the setting 'database' is missing"),
            (["database": ""], "the setting 'database' is missing"),
            (["database": "a", "pin-cost": 7], "the setting 'pin-cost' is no integer from 8 to 17"),
            (["database": "a", "pin-tries": "0"], "the setting 'pin-tries' is no integer from 1 to 20"),
            (["database": "a", "currency": "euro"], "the setting 'currency' is no code of ISO 4217 such as EUR"),
            (
                ["database": "a", "datebase": "b"],
                """
                there is no setting 'datebase'; there are database, seed, pin-cost, pin-tries, pin-lock-minutes, \
                verification-minutes, delivery-days, currency, wait-seconds
                """
            ),
        ] as [(JSONValue, String)])
    func problems(settings: JSONValue, message: String) {
        let configuration = PluginConfiguration(name: "orders", settings: settings, flowFolder: "/")
        #expect(throws: PluginConfigurationError(plugin: "orders", message: message)) {
            try OrderLookup.factory.make(configuration)
        }
    }

    @Test("the plugin has the name that the flow gives it")
    func name() throws {
        let configuration = PluginConfiguration(name: "shop", settings: ["database": "a"], flowFolder: "/")
        #expect(try OrderLookup.factory.make(configuration).manifest.name == "shop")
    }
}
