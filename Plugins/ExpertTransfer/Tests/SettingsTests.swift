import CallControl
import ExpertTransfer
import PluginKit
import PluginManifests
import Testing

@Suite("Settings")
struct SettingsTests {
    @Test(
        "a setting that cannot be is told",
        arguments: [
            ([:], "the setting 'database' is missing"),
            (["database": "a", "ring-seconds": 4], "the setting 'ring-seconds' is no integer from 5 to 120"),
            (["database": "a", "talk-seconds": 59], "the setting 'talk-seconds' is no integer from 60 to 14400"),
            (["database": "a", "queue-seconds": -1], "the setting 'queue-seconds' is no integer from 0 to 3600"),
            (["database": "a", "rest-seconds": "x"], "the setting 'rest-seconds' is no integer from 0 to 3600"),
            (["database": "a", "callback-days": 0], "the setting 'callback-days' is no integer from 1 to 365"),
            (
                ["database": "a", "ring": "b"],
                """
                there is no setting 'ring'; there are database, seed, ring-seconds, talk-seconds, queue-seconds, \
                rest-seconds, callback-days, wait-seconds
                """
            ),
        ] as [(JSONValue, String)])
    func problems(settings: JSONValue, message: String) {
        let configuration = PluginConfiguration(name: "people", settings: settings, flowFolder: "/")
        #expect(throws: PluginConfigurationError(plugin: "people", message: message)) {
            try ExpertTransfer.factory.make(configuration)
        }
    }

    @Test("the plugin has the name that the flow gives it")
    func name() throws {
        let configuration = PluginConfiguration(name: "people", settings: ["database": "a"], flowFolder: "/")
        #expect(try ExpertTransfer.factory.make(configuration).manifest.name == "people")
    }
}
