import DialtoneCommands
import Foundation
import Gateways
import Testing

@Suite("dialtone run")
struct RunTests {
    @Test("keys on a pipe: the call as readable text")
    func keys() async throws {
        let folder = try Folder(["main.vxml": echo])
        let finished = try await dialtone("run", folder.path, input: "1\n")
        #expect(finished.output.contains("Press a key.\n> 1\nThat was one.\n"))
        #expect(finished.output.contains("exit"))
        #expect(finished.status == 0)
        #expect(finished.errors.isEmpty)
    }

    @Test("without input the caller is greeted and hung up: exit status 0")
    func noInput() async throws {
        let folder = try Folder(["main.vxml": echo])
        let finished = try await dialtone("run", folder["main.vxml"])
        #expect(finished.output.hasPrefix("Press a key.\n"))
        #expect(finished.output.contains("hangup"))
        #expect(finished.status == 0)
    }

    @Test("~ lets the next timer fire; what is no key is reported and skipped")
    func oddCharacters() async throws {
        let folder = try Folder(["main.vxml": echo])
        let finished = try await dialtone("run", folder.path, input: "~ x 1")
        #expect(finished.output.components(separatedBy: "Press a key.").count == 3)
        #expect(finished.output.contains("That was one."))
        #expect(!finished.errors.isEmpty)
        #expect(finished.status == 0)
    }

    @Test("a call that ends by an error: exit status 1")
    func error() async throws {
        let folder = try Folder(["main.vxml": echo])
        let finished = try await dialtone("run", folder.path, input: "2")
        #expect(finished.output.contains("error.of.mine"))
        #expect(finished.status == 1)
    }

    @Test("the same keys give the same text, whatever earlier runs have left")
    func rerun() async throws {
        let flow = projectPath("flows/order-hotline")
        let keys = "2 20001# 4711# 1001# 1 1"
        let first = try await dialtone("run", flow, input: keys)
        let second = try await dialtone("run", flow, input: keys)
        #expect(first.output.contains("is cancelled. You pay nothing."))
        #expect(first.output == second.output)
    }

    @Test("--from says who calls")
    func from() async throws {
        let finished = try await dialtone("run", projectPath("flows/order-hotline"), "--from", "tel:+493023125001")
        #expect(finished.output.contains("Ms Bergmann"))
    }

    @Test("ndjson: commands a line each, and the ready line with --hello")
    func lines() async throws {
        let folder = try Folder(["main.vxml": echo])
        let finished = try await dialtone(
            "run", folder.path, "--format", "ndjson", "--clock", "virtual", "--hello",
            input: """
                {"event":"call","call":"a","from":"tel:1","to":"tel:2"}
                {"event":"dtmf","call":"a","key":"1"}

                """)
        let lines = finished.output.split(separator: "\n")
        #expect(lines.first == #"{"command":"ready","version":1}"#)
        #expect(lines.contains { $0.contains("That was one.") })
        #expect(lines.last?.contains(#""command":"end","call":"a","how":"exit""#) == true)
        #expect(finished.status == 0)
    }

    @Test("ndjson with scripted plugins: the gateway is asked")
    func scripted() async throws {
        let finished = try await dialtone(
            "run", projectPath("flows/order-hotline"), "--format", "ndjson", "--clock", "virtual", "--plugins",
            "scripted",
            input: """
                {"event":"call","call":"a","from":"tel:1","to":"tel:2"}
                {"event":"returned","call":"a","invocation":1,"result":{"found":false}}

                """)
        #expect(finished.output.contains(#""command":"invoke","call":"a","invocation":1,"plugin":"orders""#))
        #expect(finished.output.contains("welcome to the order hotline"))
    }

    @Test("--flows-under refuses what lies elsewhere")
    func flowsUnder() async throws {
        let folder = try Folder(["main.vxml": echo, "inside/main.vxml": echo])
        let finished = try await dialtone(
            "run", folder["inside"], "--format", "ndjson", "--clock", "virtual", "--flows-under", folder["inside"],
            input: """
                {"event":"call","call":"a","from":"tel:1","to":"tel:2","flow":"../main.vxml"}
                {"event":"call","call":"b","from":"tel:1","to":"tel:2","flow":"main.vxml"}

                """)
        let lines = finished.output.split(separator: "\n")
        #expect(!lines.contains { $0.contains(#""call":"a""#) && $0.contains("Press a key.") })
        #expect(lines.contains { $0.contains(#""call":"b""#) && $0.contains("Press a key.") })
    }

    @Test("ndjson: a call of a flow with a dialtone.yaml of its own has its plugins")
    func ownConfiguration() async throws {
        let folder = try Folder(["main.vxml": echo])
        let call = #"{"event":"call","call":"a","from":"tel:1","to":"tel:2","flow":"FLOW"}"#
        let finished = try await dialtone(
            "run", folder.path, "--format", "ndjson", "--clock", "virtual", "--playback", "immediate",
            input: call.replacing("FLOW", with: projectPath("flows/order-hotline")) + "\n"
                + #"{"event":"keys","call":"a","keys":"11001#"}"# + "\n")
        #expect(finished.output.contains("Order 1 0 0 1 has been received."), "\(finished.output)")
        #expect(finished.status == 0)
        #expect(finished.errors.isEmpty)
    }

    @Test("a reader that has gone is no reason to stay or to fail", arguments: ["keys", "ndjson"])
    func closedReader(format: String) async throws {
        let folder = try Folder(["main.vxml": echo])
        let (input, output) = (Pipe(), Pipe())
        try output.fileHandleForReading.close()
        try input.fileHandleForWriting.write(
            contentsOf: Data(#"{"event":"call","call":"1","from":"tel:1","to":"tel:2"}"#.utf8 + [0x0A]))
        try input.fileHandleForWriting.close()
        let streams = GatewayStreams(
            input: input.fileHandleForReading.fileDescriptor, output: output.fileHandleForWriting.fileDescriptor,
            errors: try folder.openForWriting("errors").fileDescriptor)
        let status = await DialtoneProgram.run(
            ["run", folder.path, "--format", format], console: Console(streams: streams))
        #expect(status == 0)
    }

    @Test("--save writes transcripts that dialtone test replays")
    func save() async throws {
        let folder = try Folder(["main.vxml": echo])
        #expect(try await dialtone("run", folder.path, "--save", folder["calls"], input: "~1").status == 0)
        #expect(try await dialtone("run", folder.path, "--save", folder["calls"], input: "").status == 0)
        let finished = try await dialtone("test", folder["calls"])
        #expect(finished.output.contains("2 transcripts: 2 passed, 0 failed"), "\(finished.output)")
    }
}
