import CallControl
import ExternalPlugins
import PluginKit
import Testing

@Suite("What a process writes", .timeLimit(.minutes(1)))
struct OutputTests {
    @Test("answers find their questions in any order")
    func outOfOrder() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        let order = try await withThrowingTaskGroup(of: JSONValue.self) { group in
            for milliseconds in [300, 100, 200] {
                group.addTask { try await plugin.act("later", .number(Double(milliseconds))) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(order == [100, 200, 300])
        await plugin.stop()
    }

    @Test("a hundred at once are served by one process")
    func concurrent() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        let answers = try await withThrowingTaskGroup(of: JSONValue.self) { group in
            for number in 0..<100 { group.addTask { try await plugin.act("echo", .number(Double(number))) } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(answers.count == 100)
        #expect(folder.starts.count == 1)
        await plugin.stop()
    }

    @Test("an answer may come in pieces")
    func pieces() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        #expect(try await plugin.act("pieces") == "whole")
        await plugin.stop()
    }

    @Test(
        "stray output is reported and never taken for an answer",
        arguments: [
            ("hello", "it is no JSON (at byte 1: "), ("a\u{1B}[2J", ": a [2J"),
            (#"{"jsonrpc": "2.0", "id": 1, "result": {"value": NaN}}"#, "it is no JSON (at byte 49: "),
            (
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": \(String(repeating: "[", count: 100))",
                "nested over 64 deep"
            ),
            (#"{"jsonrpc": "2.0", "id": 1.5, "result": {}}"#, "its id is no integer"),
            (#"{"jsonrpc": "2.0", "id": 1e300, "result": {}}"#, "its id is no integer"),
            (#"{"jsonrpc": "2.0", "id": 1, "id": 88, "result": {}}"#, "an answer to 88"),
            (#"{"id": 1}"#, "it is no JSON-RPC 2.0"),
            (#"{"jsonrpc": "2.0", "id": 77, "result": {"value": "wrong"}}"#, "an answer to 77"),
            (#"{"jsonrpc": "2.0", "id": 1, "method": "ask"}"#, "it is a request"),
            (#"{"jsonrpc": "2.0", "id": 1}"#, "it needs either a result or an error"),
            (#"{"jsonrpc": "2.0", "id": 1, "result": {}, "error": {}}"#, "it needs either a result or an error"),
            (#"{"jsonrpc": "2.0", "id": 1, "error": "no"}"#, "its error has no code or no message"),
            (#"{"jsonrpc": "2.0", "id": "1", "result": {}}"#, "its id is no integer"),
            (#"{"jsonrpc": "2.0", "id": 0, "result": {}}"#, "an answer to 0"),
        ])
    func stray(line: String, report: String) async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        let plugin = try folder.plugin(settings: ["stray": .string(line)], log: log)
        #expect(try await plugin.act("stray") == "right")
        #expect(log.text.contains("warning: stray output: "), "\(log.text)")
        #expect(log.text.contains(report), "\(log.text)")
        await plugin.stop()
    }

    @Test("of two answers the first counts")
    func twice() async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        let plugin = try folder.plugin(log: log)
        #expect(try await plugin.act("twice") == "first")
        #expect(try await log.contains("stray output: an answer to 1"))
        await plugin.stop()
    }

    @Test("a last line without its end is none")
    func half() async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        let plugin = try folder.plugin(log: log)
        #expect(await plugin.failure("half")?.what == PluginFailure.crashed)
        await plugin.stop()
        #expect(log.text.contains("a line without its end"))
    }

    @Test("a line over the limit ends the process")
    func long() async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        let plugin = try folder.plugin(log: log)
        #expect(try await plugin.act("long", 1_000_000) != .null)
        #expect(await plugin.failure("long", 1_100_000)?.what == PluginFailure.crashed)
        #expect(try await plugin.act("echo", 1) == 1)
        #expect(log.text.contains("over 1048576 bytes"))
        await plugin.stop()
    }

    @Test("standard error goes to the log, without the values of sensitive parameters")
    func errors() async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        let plugin = try folder.plugin(log: log)
        _ = try await plugin.act("log", "a thing to say")
        #expect(try await log.contains("info: it says: …"))
        await plugin.stop()
    }

    @Test(
        "an error's what becomes the event's, its code else",
        arguments: [
            (-32000, "taken", "taken"), (-32601, nil, PluginFailure.nomethod),
            (-32602, nil, PluginFailure.badparameter), (1, nil, PluginFailure.internal),
            (1, "no identifier", PluginFailure.internal),
        ] as [(JSONValue, JSONValue?, String)])
    func error(code: JSONValue, what: JSONValue?, event: String) async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        let error: JSONValue = ["code": code, "message": "m", "data": ["what": what ?? .null]]
        #expect(await plugin.failure("fail", error) == PluginFailure(event, "m"))
        await plugin.stop()
    }

    @Test("it learns its settings and folders at its start")
    func start() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin(settings: ["map": "data/map.csv", "size": 3])
        #expect(
            try await plugin.act("start") == [
                "plugin": "test", "settings": ["map": "data/map.csv", "size": 3], "flowFolder": "/flow",
                "dataFolder": "/data",
            ])
        await plugin.stop()
    }
}
