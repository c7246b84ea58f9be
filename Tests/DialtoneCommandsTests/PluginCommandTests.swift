import CallControl
import ExternalPlugins
import Foundation
import PluginKit
import PluginTesting
import Testing

@testable import DialtoneCommands

@Suite("dialtone plugin", .timeLimit(.minutes(1)))
struct PluginCommandTests {
    private static let faults = projectPath("Plugins/KnownFaults")

    @Test("list: the plugins of a flow with their methods")
    func listOfFlow() async throws {
        let finished = try await dialtone("plugin", "list", projectPath("flows/samples/known-faults"))
        #expect(finished.output.hasPrefix("faults (../../../Plugins/KnownFaults): Known faults"))
        #expect(
            finished.output.contains(
                "    find(product: string, code: string, language?: string) -> found:\n        boolean, name: string"))
        #expect(finished.status == 0)
        let none = try await dialtone("plugin", "list", projectPath("flows/samples/menu"))
        #expect(none.output == "The flow uses no plugins.\n")
    }

    @Test("list: the manifests as JSON")
    func listAsJSON() async throws {
        let finished = try await dialtone("plugin", "list", projectPath("flows/samples/known-faults"), "--json")
        let manifests = try #require(
            JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [[String: Any]])
        #expect(manifests.map { $0["name"] as? String } == ["faults"])
        #expect((manifests.first?["methods"] as? [[String: Any]])?.count == 3)
        #expect(try await dialtone("plugin", "list", "--json").status == 2)
    }

    @Test("list: the kinds that are linked in")
    func listOfKinds() async throws {
        let finished = try await dialtone("plugin", "list")
        #expect(finished.output.contains("use: OrderLookup\n"))
        #expect(finished.status == 0)
    }

    @Test("call: prints the result")
    func call() async throws {
        let finished = try await dialtone("plugin", "call", Self.faults, "find", "product=2", "code=203")
        #expect(finished.output.contains(#""title":"has no dial tone""#))
        #expect(finished.errors.isEmpty)
        #expect(finished.status == 0)
        let chinese = try await dialtone(
            "plugin", "call", Self.faults, "find", "product=2", "code=203", "--locale", "zh-CN")
        #expect(chinese.output.contains("没有拨号音"))
    }

    @Test("call: with a flow's settings and data; an invocation counts once")
    func callOfFlow() async throws {
        let flow = try Folder([
            "main.vxml": echo,
            "dialtone.yaml": "plugins:\n  faults: {folder: '\(Self.faults)', reports: data/reports.sqlite}\n",
        ])
        let report = [
            "plugin", "call", "faults", "report", "product=2", "code=201", "helped=true", "--flow", flow.path,
        ]
        for (extra, tried) in [(["--invocation", "a"], 1), (["--invocation", "a"], 1), ([], 2)] {
            let finished = try await dialtone(report + extra)
            #expect(finished.output == "{\"noted\":true,\"tried\":\(tried),\"helped\":\(tried)}\n")
        }
        #expect(FileManager.default.fileExists(atPath: flow["data/reports.sqlite"]))
        let linked = try await dialtone(
            "plugin", "call", "orders", "noSuchMethod", "--flow", projectPath("flows/order-hotline"))
        #expect(linked.status == 2)
        #expect(linked.errors.contains("orders has no method 'noSuchMethod'; it has:\n    status(order: string"))
    }

    @Test(
        "call: what fails, and what is used wrongly",
        arguments: [
            (["find", "product=2"], 2, "the parameter 'code' is missing; it takes:\n    find(product: string"),
            (["mend"], 2, "has no method 'mend'; it has:\n    products("), (["find", "product"], 2, "key=value"),
            (["find", "product=2", "product=3"], 2, "'product' is given twice"),
            (["report", "product=2", "code=1", "helped=maybe"], 2, "'helped' is no boolean"),
            (["find", "product=2", "code=1", "coed=1"], 2, "there is no parameter 'coed'"),
        ])
    func failures(arguments: [String], status: Int32, text: String) async throws {
        let finished = try await dialtone(["plugin", "call", Self.faults] + arguments)
        #expect(finished.status == status)
        #expect(finished.errors.contains(text), "\(finished.errors)")
        #expect(finished.output.isEmpty)
    }

    @Test(
        "call: a plugin that there is not",
        arguments: [
            (["OrderLookup", "status"], "say by --flow"),
            (["others", "status", "--flow", "flows/order-hotline"], "it has: orders"),
        ])
    func noPlugin(arguments: [String], text: String) async throws {
        let finished = try await dialtone(
            ["plugin", "call"] + arguments.map { $0.hasPrefix("flows/") ? projectPath($0) : $0 })
        #expect(finished.status == 2)
        #expect(finished.errors.contains(text), "\(finished.errors)")
    }

    @Test("new: a plugin in Python works at once, and so does its test")
    func newInPython() async throws {
        let folder = try Folder()
        let finished = try await dialtone("plugin", "new", "Greetings", "--language", "python", "--into", folder.path)
        #expect(finished.status == 0, "\(finished.errors)")
        let greeting = try await dialtone("plugin", "call", folder["Greetings"], "greet", "name=Ada")
        #expect(greeting.output.contains(", Ada."), "\(greeting.errors)")
        #expect(try await status(of: "python3", folder["Greetings/test_plugin.py"]) == 0)
        let again = try await dialtone("plugin", "new", "Greetings", "--language", "python", "--into", folder.path)
        #expect(again.status == 2)
        #expect(again.errors.contains("is there already"))
    }

    @Test("new: what speaks with Dialtone is the same in every plugin in Python")
    func library() async throws {
        let folder = try Folder()
        _ = try await dialtone("plugin", "new", "Greetings", "--language", "python", "--into", folder.path)
        let used = try String(contentsOfFile: Self.faults + "/dialtone.py", encoding: .utf8)
        #expect(try folder.read("Greetings/dialtone.py") == used)
    }

    @Test("new: a plugin in Swift needs Dialtone's sources")
    func newInSwift() async throws {
        let folder = try Folder()
        let finished = try await dialtone("plugin", "new", "Greetings", "--language", "swift", "--into", folder.path)
        // Tests run in the folder of the sources, or elsewhere.
        if FileManager.default.fileExists(atPath: "Sources/DialtoneCommands/LinkedPlugins.swift") {
            #expect(finished.status == 0, "\(finished.errors)")
            #expect(finished.output.contains("path: \"\(folder.path)/Greetings/Sources\""))
        } else {
            #expect(finished.errors.contains("--language python"))
        }
    }

    @Test(
        "new: what it writes in Swift is what is compiled and tested here", arguments: ["Greetings", "GreetingsTests"])
    func swiftTemplate(name: String) throws {
        let written = SwiftPluginTemplate(name: "Greetings").files.first { $0.path.hasSuffix("/\(name).swift") }
        let compiled = try String(
            contentsOfFile: projectPath("Tests/DialtoneCommandsTests/Greetings/\(name).swift"), encoding: .utf8)
        #expect(written?.text.replacing("import Greetings\n", with: "") == compiled)
    }

    @Test("new: a plugin in Python keeps the contract", arguments: PluginContract.Rule.allCases)
    func pythonContract(rule: PluginContract.Rule) async throws {
        let folder = try Folder()
        for (path, text) in PythonPluginTemplate(name: "Greetings").files { try folder.write(text, to: path) }
        let path = folder.path
        let contract = PluginContract(samples: [.init("greet", ["name": "Ada"])]) {
            try ExternalPlugin(
                PluginConfiguration(name: "greetings", settings: ["folder": .string(path)], flowFolder: "/"))
        }
        try await contract.check(rule)
    }

    @Test("new: names that cannot be one", arguments: ["greetings", "My-Plugin", "../Up", ""])
    func names(name: String) async throws {
        let finished = try await dialtone("plugin", "new", name, "--language", "python", "--into", "/nowhere")
        #expect(finished.status == 2)
        #expect(finished.errors.contains("is no name"))
    }

    @Test("the tests of the plugins in Python pass", arguments: ["KnownFaults"])
    func pythonTests(plugin: String) async throws {
        #expect(try await status(of: "python3", projectPath("Plugins/\(plugin)/test_plugin.py")) == 0)
    }

    /// The exit status of a program.
    private func status(of program: String...) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = program
        process.standardError = FileHandle.nullDevice
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }
}
