import CallControl
import ConfigurationFiles
import ExternalPlugins
import PluginKit
import PluginManifests
import Testing

@Suite("plugin.yaml")
struct PluginFolderTests {
    @Test("a manifest and a command")
    func reads() throws {
        let folder = try TestFolder(
            yaml: """
                name: StoreLocator
                summary: Finds stores.
                command: [python3, -u, plugin.py]
                methods:
                  nearest:
                    summary: The nearest store.
                    parameters:
                      code: {type: string, summary: a postal code}
                      pin: {type: integer, required: false, sensitive: true}
                    results:
                      found: {type: boolean, summary: whether there is one}
                    failures: [nomap]
                    time-limit: 1.5s
                  all: {every: 90s}
                """)
        let read = try PluginFolder(folder.path + "/../" + (folder.path.split(separator: "/").last ?? ""))
        #expect(read.path == folder.path)
        #expect(read.command == ["python3", "-u", "plugin.py"])
        #expect(
            read.manifest
                == PluginManifest(
                    name: "StoreLocator", summary: "Finds stores.",
                    methods: [
                        .init(
                            name: "nearest", summary: "The nearest store.",
                            parameters: [
                                .init("code", .string, summary: "a postal code"),
                                .init("pin", .integer, required: false, sensitive: true, summary: ""),
                            ], results: [.init("found", .boolean, summary: "whether there is one")],
                            failures: ["nomap"], timeLimit: CallDuration(milliseconds: 1_500)),
                        .init(name: "all", summary: "", every: .seconds(90)),
                    ]))
    }

    @Test(
        "what is wrong is told with its place",
        arguments: [
            ("", nil, "it is empty"), ("[a]", 1, "the file is no mapping"),
            ("name: A\ncommand: []\nmethods: {a: {}}", 1, "'command' does not say"),
            ("name: A\nmethods: {a: {}}", 1, "'command' does not say"),
            ("name: A\ncommand: python3 plugin.py", 2, "'command' is no list"),
            ("name: A-B\ncommand: [a]\nmethods: {a: {}}", 1, "'A-B' is no name of letters"),
            ("name: A\ncommand: [a]\nmethods:\n  a b: {}", 4, "'a b' is no name of letters"),
            ("methods:\n  a:\n    parameters:\n      b-c: {}", 4, "'b-c' is no name of letters"),
            ("methods:\n  a:\n    failures:\n    - b\n    - c d", 5, "'c d' is no name of letters"),
            ("methods:\n  a:\n    time-limit: 0s", 3, "'time-limit' is not above zero"),
            ("methods:\n  a: {}\n  a: {}", 2, "'a' occurs twice"), ("call-ended: perhaps", 1, "neither true nor false"),
            ("name: A\ncommand: [a]", 1, "the plugin has no method"), ("nam: A", 1, "there is no setting 'nam'"),
            ("methods:\n  a: {parms: {}}", 2, "there is no setting 'parms'"),
            ("methods:\n  a:\n    parameters:\n      b: {type: text}", 4, "there is no type 'text'"),
            ("methods:\n  a:\n    parameters:\n      b: {required: perhaps}", 4, "neither true nor false"),
            ("methods:\n  a:\n    parameters:\n      b: {size: 1}", 4, "there is no setting 'size'"),
            ("methods:\n  a:\n    results:\n      b: {required: true}", 4, "there is no setting 'required'"),
            ("methods:\n  a:\n    time-limit: 5", 3, "'5' is no time"),
            ("name: A\ncommand: [a]\nmethods: {a: {every: 10ms}}", 1, "'every' is less than a second"),
            (
                "name: A\ncommand: [a]\nmethods: {a: {every: 1s, parameters: {b: {}}}}", 1,
                "'every' calls it without parameters"
            ),
            ("methods:\n  a:\n    failures: {a: b}", 3, "'failures' is no list"),
            ("methods: {", 2, ""),
        ] as [(String, Int?, String)])
    func problems(yaml: String, line: Int?, message: String) throws {
        let folder = try TestFolder(yaml: yaml)
        let error = #expect(throws: ConfigurationError.self) { try PluginFolder(folder.path) }
        #expect(error?.file == folder.path + "/plugin.yaml")
        #expect(error?.message.contains(message) == true, "\(String(describing: error))")
        if !message.isEmpty { #expect(error?.line == line) }
    }

    @Test("a setting that there is not is told at its name, a value at the value")
    func columns() throws {
        for (yaml, column) in [("methods:\n  a: {parms: {}}", 7), ("methods:\n  a: {every: 1}", 14)] {
            let folder = try TestFolder(yaml: yaml)
            let error = #expect(throws: ConfigurationError.self) { try PluginFolder(folder.path) }
            #expect([error?.line, error?.column] == [2, column])
        }
    }

    @Test("in dialtone.yaml the plugin has the entry's name")
    func entry() throws {
        let folder = try TestFolder()
        let set = try PluginSet(
            configuredBy: ["mine": ["folder": .string(folder.path), "size": 3]], factories: [ExternalPlugin.factory],
            flowFolder: "/")
        #expect(set["mine"]?.manifest.name == "mine")
        #expect(set.catalog["mine"]?.method("act") != nil)
    }

    @Test(
        "what is wrong with an entry is told",
        arguments: [
            (["folder": "nowhere"], "/flow/nowhere/plugin.yaml: it cannot be read"), (["folder": 3], "is no text"),
            (["folder": .null], "'folder' does not say where the plugin is"),
        ] as [(JSONValue, String)])
    func entryProblems(entry: JSONValue, text: String) {
        let error = #expect(throws: PluginConfigurationError.self) {
            try PluginSet(
                configuredBy: ["mine": entry], factories: [ExternalPlugin.factory], flowFolder: "/flow")
        }
        #expect(error?.plugin == "mine")
        #expect(error?.message.contains(text) == true, "\(String(describing: error))")
    }
}
