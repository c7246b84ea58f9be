import CallControl
import PluginKit
import PluginManifests
import Testing

@Suite("Plugins of a flow")
struct PluginSetTests {
    private static let factories = [
        PluginFactory(name: "Fake") { (configuration) throws(PluginConfigurationError) in
            try configuration.allow(["size", "file"])
            _ = try configuration.integer("size", in: 1...9)
            _ = try configuration.string("file")
            return FakePlugin(configuration.name)
        }
    ]

    private func make(_ entries: JSONValue) throws -> PluginSet {
        try PluginSet(configuredBy: entries, factories: Self.factories, flowFolder: "/flows/a")
    }

    @Test("an entry makes a plugin of the entry's name")
    func makes() throws {
        let set = try make(["orders": ["use": "Fake", "size": 3], "more": ["use": "Fake"]])
        #expect(set["orders"]?.manifest.name == "orders")
        #expect(set["others"] == nil)
        #expect(Set(set.catalog.manifests.keys) == ["orders", "more"])
    }

    @Test("no entries, no plugins")
    func none() throws {
        #expect(try make(.null).catalog.manifests.isEmpty)
    }

    @Test(
        "what is wrong with an entry is told",
        arguments: [
            ("orders", "plugin '': 'plugins' is no mapping"),
            (["orders": "Fake"], "plugin 'orders': its entry is no mapping"),
            (["orders": [:]], "plugin 'orders': 'use' does not say which kind of plugin it is"),
            (["orders": ["use": "Other"]], "plugin 'orders': there is no kind of plugin 'Other'; there are: Fake"),
            (
                ["orders": ["use": "Fake", "sise": 3]],
                "plugin 'orders': there is no setting 'sise'; there are size, file"
            ),
            (["orders": ["use": "Fake", "size": 10]], "plugin 'orders': the setting 'size' is no integer from 1 to 9"),
            (["orders": ["use": "Fake", "file": 10]], "plugin 'orders': the setting 'file' is no text"),
            (
                ["my-orders": ["use": "Fake"]],
                "plugin 'my-orders': in its manifest the plugin's name 'my-orders' is no identifier"
            ),
        ] as [(JSONValue, String)])
    func problems(entries: JSONValue, text: String) {
        let error = #expect(throws: PluginConfigurationError.self) { try make(entries) }
        #expect(error?.description == text)
    }

    @Test("paths are relative to the flow, or to the folder for data")
    func paths() {
        let configuration = PluginConfiguration(name: "orders", flowFolder: "/flows/a", dataFolder: "/tmp/b/")
        #expect(configuration.flowPath("data/x.csv") == "/flows/a/data/x.csv")
        #expect(configuration.dataPath("./data/../x.sqlite") == "/tmp/b/x.sqlite")
        #expect(configuration.dataPath("/var/x.sqlite") == "/var/x.sqlite")
        #expect(PluginConfiguration(name: "orders", flowFolder: "/flows/a").dataPath("x") == "/flows/a/x")
    }
}
