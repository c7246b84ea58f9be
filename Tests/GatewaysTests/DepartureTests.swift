import CallControl
import CallHosting
import Foundation
import TestedProgram
import Testing

@testable import Gateways

/// How it ends when the gateway is gone, and how it goes on while the gateway is there.
@Suite struct DepartureTests {
    private static let final = String.choice().replacing(
        "</vxml>", with: "<catch event='connection.disconnect'><log>gone</log></catch></vxml>")

    @Test(arguments: HostClock.allCases)
    func theEndOfInputHangsUpEveryCall(clock: HostClock) async throws {
        let flow = try FlowFolder(["main.vxml": Self.final])
        let dialtone = Dialtone(flow.flow, clock: clock)
        dialtone.send(callLine("a"), callLine("b"))
        #expect(await dialtone.end() == 0)
        let lines = await dialtone.collector.all().split(separator: "\n").map(String.init)
        for call in ["a", "b"] {
            #expect(lines.contains(#"{"command":"log","call":"\#(call)","text":"gone"}"#))
            #expect(lines.filter { $0 == #"{"command":"end","call":"\#(call)","how":"hangup"}"# }.count == 1)
        }
    }

    @Test func theLastLineNeedsNoEnd() async throws {
        let flow = try FlowFolder(["main.vxml": "<form><block><exit/></block></form>".vxml])
        let dialtone = Dialtone(flow.flow)
        dialtone.input.send(callLine())
        #expect(await dialtone.end() == 0)
        #expect(await dialtone.collector.all() == "{\"command\":\"end\",\"call\":\"a\",\"how\":\"exit\"}\n")
    }

    @Test(arguments: HostClock.allCases)
    func aClosedOutputEndsTheRun(clock: HostClock) async throws {
        let flow = try FlowFolder(["main.vxml": Self.final])
        let input = Pipe()
        let output = Pipe()
        let options = Lines.Options(
            host: HostOptions(clock: clock), setUp: { _ in HostOptions() }, flow: flow.flow, endsAtSignals: false)
        let run = Task {
            await Lines(options, streams: GatewayStreams(input: input.read, output: output.write)).run()
        }
        input.send(callLine() + "\n")
        try await Task.sleep(for: .milliseconds(50))
        output.closeRead()
        #expect(await run.value == 0)
        input.closeWrite()
    }

    @Test func aClosedOutputIsNoticedWhileNothingIsWritten() async throws {
        let input = Pipe()
        let output = Pipe()
        let run = Task {
            await Lines(
                Lines.Options(setUp: { _ in HostOptions() }, endsAtSignals: false),
                streams: GatewayStreams(input: input.read, output: output.write)
            ).run()
        }
        output.closeRead()
        #expect(await run.value == 0)
        input.closeWrite()
    }

    /// In a process of its own: the signal would end the other runs of this one, too.
    @Test(.enabled(if: BuiltProgram.isThere)) func sigtermHangsUpEveryCall() throws {
        let flow = try FlowFolder(["main.vxml": Self.final])
        let program = Process()
        program.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        program.arguments = ["run", flow.path, "--format", "ndjson"]
        let (input, output) = (Foundation.Pipe(), Foundation.Pipe())
        program.standardInput = input
        program.standardOutput = output
        try program.run()
        try input.fileHandleForWriting.write(contentsOf: Data((callLine() + "\n").utf8))
        var text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        #expect(text.contains("\"command\":\"play\""))
        program.terminate()
        text += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        program.waitUntilExit()
        #expect(program.terminationStatus == 0)
        #expect(text.contains(#"{"command":"end","call":"a","how":"hangup"}"#))
    }

    @Test func withHelloTheFirstLineSaysReady() async throws {
        let dialtone = Dialtone(hello: true)
        dialtone.send("x")
        #expect(await dialtone.end() == 0)
        #expect(
            await dialtone.collector.all().hasPrefix("{\"command\":\"ready\",\"version\":1}\n{\"command\":\"error\""))
    }

    @Test(arguments: HostClock.allCases)
    func commandsAreFlushedWhileInputStaysOpen(clock: HostClock) async throws {
        let flow = try FlowFolder(["main.vxml": .choice()])
        let dialtone = Dialtone(flow.flow, clock: clock, playback: .immediate)
        dialtone.send(callLine())
        #expect(await dialtone.collector.wait(for: "Press 1 or 2.") != nil)
        dialtone.send(#"{"event":"dtmf","call":"a","key":"2"}"#)
        #expect(await dialtone.collector.wait(for: "You pressed") != nil)
        #expect(await dialtone.collector.wait(for: #""how":"exit""#) != nil)
        #expect(await dialtone.end() == 0)
    }

    @Test func finalProcessingThatDoesNotEndIsCutOff() async throws {
        let flow = try FlowFolder([
            "main.vxml": """
            <form><block><prompt>Hello.</prompt></block><object name="o" classid="method://x/y"/></form>
            <catch event="connection.disconnect"><goto next="#final"/></catch>
            <form id="final"><object name="p" classid="method://x/z"/></form>
            """.vxml
        ])
        let dialtone = Dialtone(flow.flow, clock: .real)
        dialtone.send(callLine())
        #expect(await dialtone.collector.wait(for: "invoke") != nil)
        let began = ContinuousClock.now
        #expect(await dialtone.end() == 0)
        #expect(ContinuousClock.now - began < .seconds(8))
        let lines = await dialtone.collector.all().split(separator: "\n")
        #expect(lines.filter { $0.contains(#""command":"end""#) }.count == 1)
    }
}
