import CallControl
import FaxOnDemand
import PluginKit
import PluginManifests
import PluginTesting
import Testing

@Suite("Settings")
struct SettingsTests {
    @Test(
        "a setting that cannot be is told",
        arguments: [
            (["database": .null], "the setting 'database' is missing"),
            (["sender": .null], "the setting 'sender' is missing"),
            (["sender": "a\nb"], "the setting 'sender' is no line of text"),
            (["zone": "Berlin"], "the setting 'zone' is no time zone such as Europe/Berlin"),
            (["resolution": "best"], "the setting 'resolution' must be standard or fine"),
            (["country": "DE"], "the setting 'country' is no digits"),
            (["area": 40], "the setting 'area' needs 'country'"),
            (["allow": "+49 DE"], "the setting 'allow' is no list of prefixes such as +49 +43"),
            (["refuse": "+"], "the setting 'refuse' is no list of prefixes such as +49 +43"),
            (["number-limit": 0], "the setting 'number-limit' is no integer from 1 to 1000"),
            (["caller-limit": 1001], "the setting 'caller-limit' is no integer from 1 to 1000"),
            (["documents-limit": 21], "the setting 'documents-limit' is no integer from 1 to 20"),
            (["pages-limit": 501], "the setting 'pages-limit' is no integer from 1 to 500"),
            (["quiet": "21-8"], "the setting 'quiet' is no hours such as 21:00-08:00"),
            (["quiet": "08:00-08:00"], "the setting 'quiet' is no hours such as 21:00-08:00"),
            (["attempts": 0], "the setting 'attempts' is no integer from 1 to 20"),
            (["busy-minutes": 0], "the setting 'busy-minutes' is no integer from 1 to 1440"),
            (["no-answer-minutes": 1441], "the setting 'no-answer-minutes' is no integer from 1 to 1440"),
            (["line-minutes": "x"], "the setting 'line-minutes' is no integer from 1 to 1440"),
            (["give-up-hours": 169], "the setting 'give-up-hours' is no integer from 1 to 168"),
            (["keep-days": 0], "the setting 'keep-days' is no integer from 1 to 3650"),
            (["program-seconds": 101], "the setting 'program-seconds' is no integer from 1 to 100"),
            (["transport": "pigeon"], "the setting 'transport' must be folder or hylafax"),
            (
                ["transport": "hylafax", "hylafax": "faxes"],
                "the setting 'hylafax' is no server such as localhost:4559"
            ),
            (
                ["transport": "hylafax", "hylafax": "faxes:0"],
                "the setting 'hylafax' is no server such as localhost:4559"
            ),
            (
                ["transport": "hylafax", "hylafax-user": "a\"b"],
                "the setting 'hylafax-user' has a quote in it"
            ),
            (["folder": "a"], nil),
        ] as [(JSONValue, String?)])
    func problems(settings: JSONValue, message: String?) throws {
        let usual: JSONValue = ["database": "a", "sender": "b"]
        let configuration = PluginConfiguration(
            name: "fax", settings: usual.replacing(settings), flowFolder: "/")
        let error = #expect(throws: PluginConfigurationError.self) {
            try FaxOnDemand.factory.make(configuration)
        }
        if let message {
            #expect(error == PluginConfigurationError(plugin: "fax", message: message))
        } else {
            #expect(error?.message.hasPrefix("there is no setting 'folder'; there are database, seed, ") == true)
        }
    }

    @Test("the plugin has the name that the flow gives it, and asks a host to work its queue")
    func manifest() throws {
        let configuration = PluginConfiguration(
            name: "faxes", settings: ["database": "a", "sender": "b"], flowFolder: "/")
        let manifest = try FaxOnDemand.factory.make(configuration).manifest
        #expect(manifest.name == "faxes")
        #expect(manifest.methods.filter { $0.every != nil }.map(\.name) == ["work"])
    }
}
