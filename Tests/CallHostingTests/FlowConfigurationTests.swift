import CallControl
import CallHosting
import ConfigurationFiles
import Diagnostics
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

    @Test(
        arguments: [
            ("timeout: 7", 3, 14, "timeout=\"7\" is not a time", "error"),
            ("bargein: yes", 3, 14, "bargein=\"yes\" is not true or false", "error"),
            ("maxnbest: 0", 3, 15, "maxnbest=\"0\" is not a whole number from 1", "error"),
            ("termchar: '12'", 3, 15, "is not a key, or empty", "error"),
            ("timout: 7s", 3, 5, "No property is named timout", "warning"),
        ])
    func propertiesAreChecked(
        property: String, line: Int, column: Int, message: String, severity: String
    ) throws {
        let yaml = "plugins: {}\nproperties:\n    \(property)\n    dialtone.steps: 5000\n"
        let flow = try FlowFolder(["dialtone.yaml": yaml])
        let diagnostics = try FlowConfiguration(inFolder: flow.path).diagnostics
        let only = try #require(diagnostics.first)
        #expect(diagnostics.count == 1)
        #expect(only.description.hasPrefix("\(flow.path)/dialtone.yaml:\(line):\(column): \(severity): "))
        #expect(only.message.contains(message))
        if severity == "error" {
            #expect { try FlowSetup(folder: flow.path, factories: []) } throws: { error in
                (error as? ConfigurationError)?.column == column
            }
        } else {
            #expect(throws: Never.self) { try FlowSetup(folder: flow.path, factories: []) }
        }
    }

    @Test func aPluginThatCannotBeMadeIsToldAtItsEntry() throws {
        let flow = try FlowFolder(["dialtone.yaml": "plugins:\n  a: {use: X}\n"])
        #expect { try FlowSetup(folder: flow.path, factories: []) } throws: { error in
            let error = error as? ConfigurationError
            return error?.line == 2 && error?.column == 3 && error?.message.contains("'X'") == true
        }
    }
}
