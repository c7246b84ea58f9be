import CallControl
import CallHosting
import Testing

@testable import Gateways

/// The protocol on the real clock.
@Suite struct RealClockTests {
    @Test func timersRunByThemselvesAndNoWaitIsWritten() async throws {
        let flow = try FlowFolder([
            "main.vxml": .choice(noinput: "<exit expr=\"'silence'\"/>").replacing(
                "<prompt>Press", with: "<prompt timeout='60ms'>Press")
        ])
        let dialtone = Dialtone(flow.flow, clock: .real)
        dialtone.send(callLine())
        #expect(await dialtone.collector.wait(for: "play") != nil)
        dialtone.send(#"{"event":"played","call":"a","prompt":1}"#)
        #expect(await dialtone.collector.wait(for: #""values":"silence""#) != nil)
        #expect(!dialtone.collector.text.contains("wait"))
        #expect(await dialtone.end() == 0)
    }

    @Test func badLinesAndUnknownCallsAreErrorsWithTheirLines() async throws {
        let dialtone = Dialtone(clock: .real)
        dialtone.send("x", #"{"event":"dtmf","call":"q","key":"1"}"#, #"{"event":"tick","call":"q","at":1}"#)
        _ = await dialtone.end()
        let lines = await dialtone.collector.all().split(separator: "\n").map(String.init)
        #expect(try lines.field("line", of: "error") == [1, 2, 3])
    }

    @Test func manyCallsAtOnce() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "<exit expr='choice'/>")])
        let dialtone = Dialtone(flow.flow, clock: .real, playback: .immediate)
        let calls = (0..<200).map { "c\($0)" }
        for call in calls { dialtone.send(callLine(call)) }
        for call in calls { dialtone.send(#"{"event":"dtmf","call":"\#(call)","key":"1"}"#) }
        _ = await dialtone.end()
        let lines = await dialtone.collector.all().split(separator: "\n").map(String.init)
        #expect(try Set(lines.field("call", of: "end")).count == 200)
        #expect(try lines.field("command", of: "error").isEmpty)
        // Of each call the commands come in order.
        let ofOne = try lines.map { try $0.json() }.filter { $0["call"] == "c7" }.map { $0["command"] }
        #expect(ofOne == ["play", "end"])
    }
}
