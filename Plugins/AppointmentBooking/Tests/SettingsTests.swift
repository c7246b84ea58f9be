import AppointmentBooking
import CallControl
import PluginKit
import PluginManifests
import Testing

@Suite("Settings")
struct SettingsTests {
    @Test(
        "a setting that cannot be is told",
        arguments: [
            ([:], "the setting 'database' is missing"),
            (["database": "a", "hold-seconds": 901], "the setting 'hold-seconds' is no integer from 10 to 900"),
            (["database": "a", "horizon-days": 0], "the setting 'horizon-days' is no integer from 1 to 730"),
            (["database": "a", "notice-minutes": -1], "the setting 'notice-minutes' is no integer from 0 to 10080"),
            (
                ["database": "a", "hold": "b"],
                """
                there is no setting 'hold'; there are database, seed, hold-seconds, horizon-days, notice-minutes, \
                wait-seconds
                """
            ),
        ] as [(JSONValue, String)])
    func problems(settings: JSONValue, message: String) {
        let configuration = PluginConfiguration(name: "visits", settings: settings, flowFolder: "/")
        #expect(throws: PluginConfigurationError(plugin: "visits", message: message)) {
            try AppointmentBooking.factory.make(configuration)
        }
    }

    @Test("the plugin has the name that the flow gives it")
    func name() throws {
        let configuration = PluginConfiguration(name: "visits", settings: ["database": "a"], flowFolder: "/")
        #expect(try AppointmentBooking.factory.make(configuration).manifest.name == "visits")
    }
}
