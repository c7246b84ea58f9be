import CallControl
import CallHosting
import Testing

@testable import Gateways

/// A gateway that writes events and does not read what is said.
@Suite(.timeLimit(.minutes(1))) struct UnreadOutputTests {
    private static let limit = 200_000

    /// Calls that say much again and again by themselves.
    private static func flow(timeout: Int) throws -> FlowFolder {
        let text = String(repeating: "Please press a key. ", count: 500)
        return try FlowFolder([
            "main.vxml": .choice(noinput: "<reprompt/>").replacing(
                "<prompt>Press 1 or 2.", with: "<prompt timeout='\(timeout)ms'>\(text)")
        ])
    }

    private static func dialtone(_ flow: FlowFolder) -> Dialtone {
        Dialtone(
            flow.flow, clock: .real, playback: .immediate, outputLimit: limit, isRead: false)
    }

    private static func calls(_ dialtone: Dialtone) async throws {
        for number in 0..<100 { dialtone.send(callLine("c\(number)")) }
        try await Task.sleep(for: .milliseconds(700))
    }

    @Test("what waits for it is bounded, and when it reads, each call goes on")
    func readLate() async throws {
        let flow = try Self.flow(timeout: 300)
        let dialtone = Self.dialtone(flow)
        try await Self.calls(dialtone)
        for number in 0..<100 { dialtone.send(#"{"event":"dtmf","call":"c\#(number)","key":"1"}"#) }
        dialtone.collector.begin()
        #expect(await dialtone.end() == 0)
        let lines = await dialtone.collector.all().split(separator: "\n").map(String.init)
        #expect(try Set(lines.field("call", of: "end")).count == 100)
        #expect(try lines.field("how", of: "end").allSatisfy { $0 == "exit" })
    }

    @Test("when it is given up, each call ends, and little was kept")
    func neverRead() async throws {
        let flow = try Self.flow(timeout: 20)
        let dialtone = Self.dialtone(flow)
        try await Self.calls(dialtone)
        dialtone.depart()
        // Who reads at once makes room for more.
        try await Task.sleep(for: .milliseconds(700))
        dialtone.collector.begin()
        #expect(await dialtone.status() == 0)
        let lines = await dialtone.collector.all().split(separator: "\n").map(String.init)
        let calls = try Set(lines.field("call", of: "play"))
        #expect(try Set(lines.field("call", of: "end")).isSuperset(of: calls))
        #expect(try lines.field("how", of: "end").allSatisfy { $0 == "hangup" })
        // The limit, the batch of lines that was read last, and one event of each lane. Each call would have said 200 kB.
        #expect(lines.reduce(0) { $0 + $1.utf8.count } < 2_000_000)
    }
}
