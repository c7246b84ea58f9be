import CallControl
import CallHosting
import ConfigurationFiles
import Testing

/// `dialtone.yaml`.
@Suite struct FlowConfigurationTests {
    @Test func readsPluginsAndProperties() throws {
        let configuration = try FlowConfiguration(
            yaml: """
                # a comment
                plugins:
                  orders:
                    use: OrderLookup
                    database: data/orders.sqlite
                    tries: 3
                    rate: 0.5
                    strict: true
                    none: null
                    pin: "0042"
                    lines: [a, 2]
                properties:
                  timeout: 7s
                  maxnbest: 2
                """)
        #expect(
            configuration.plugins.jsonText
                == #"{"orders":{"use":"OrderLookup","database":"data/orders.sqlite","tries":3,"rate":0.5,"#
                + #""strict":true,"none":null,"pin":"0042","lines":["a",2]}}"#)
        #expect(configuration.properties == ["timeout": "7s", "maxnbest": "2"])
    }

    @Test(arguments: ["", "# nothing\n", "plugins:\n", "plugins: {}\nproperties: {}\n"])
    func everythingHasADefault(yaml: String) throws {
        #expect(try FlowConfiguration(yaml: yaml) == FlowConfiguration())
    }

    @Test func aFolderWithoutOneHasTheDefaults() throws {
        #expect(try FlowConfiguration(inFolder: FlowFolder().path) == FlowConfiguration())
    }

    @Test(
        arguments: [
            ("plugins: [a]\n", 1, "mapping"), ("\nplugin: {}\n", 2, "there is no setting 'plugin'"),
            ("properties:\n  timeout: [1]\n", 2, "timeout"), ("plugins:\n  a: {b: 1}\n  a: {b: 2}\n", nil, "twice"),
            ("plugins: {\n", nil, ""), ("just text\n", 1, "mapping"),
        ] as [(String, Int?, String)])
    func errorsTellThePlace(yaml: String, line: Int?, message: String) throws {
        let flow = try FlowFolder(["dialtone.yaml": yaml])
        #expect { try FlowConfiguration(inFolder: flow.path) } throws: { error in
            guard let error = error as? ConfigurationError else { return false }
            return error.file.hasSuffix("/dialtone.yaml") && error.message.contains(message)
                && (line == nil || error.line == line) && error.line != nil
        }
    }
}
