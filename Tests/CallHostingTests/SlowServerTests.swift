import CallControl
import CallHosting
import LoopbackServer
import Testing

/// On the real clock: a slow or dead server delays only the calls that wait for it.
@Suite struct SlowServerTests {
    private static func slow(_ timeout: String) -> String {
        "<form><block><goto next='/slow' fetchtimeout='\(timeout)'/></block></form>".vxml
    }

    @Test("calls that wait hold up no other")
    func others() async throws {
        let server = try await LoopbackServer { $0.target == "/slow" ? .silence : .text(Self.slow("60s")) }
        let flow = try FlowFolder(["main.vxml": "<form><block>Quick.</block></form>".vxml])
        let outputs = Kept<CallOutput>()
        var options = HostOptions.test(.real)
        options.lanes = 1
        let host = CallHost(options) { outputs.append($0) }
        for number in 0..<20 { await host.post(Arrival("slow\(number)", .call(.test(server.uri())))) }
        await host.post(Arrival("quick", .call(.test(flow.uri()))))
        #expect(await outputs.wait { $0.isEnd(of: "quick") }?.end?.how == .exit)
        #expect(outputs.all.compactMap { $0.end }.count == 1)
        _ = await host.hangUpAll()
        await server.stop()
    }

    @Test("a call waits no longer than its fetchtimeout")
    func timeout() async throws {
        let server = try await LoopbackServer { $0.target == "/slow" ? .silence : .text(Self.slow("100ms")) }
        let outputs = Kept<CallOutput>()
        let host = CallHost(.test(.real)) { outputs.append($0) }
        await host.post(Arrival("c", .call(.test(server.uri()))))
        #expect(await outputs.wait { $0.isEnd(of: "c") }?.end?.event == "error.badfetch")
        _ = await host.hangUpAll()
        await server.stop()
    }

    @Test("a caller who hangs up ends the waiting at once")
    func hangup() async throws {
        let server = try await LoopbackServer { _ in .silence }
        let outputs = Kept<CallOutput>()
        let host = CallHost(.test(.real)) { outputs.append($0) }
        await host.post(Arrival("c", .call(.test(server.uri("/slow")))))
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        await host.post(Arrival("c", .hangup(reason: nil)))
        #expect(await outputs.wait { $0.isEnd(of: "c") }?.end?.how == .hangup)
        _ = await host.hangUpAll()
        await server.stop()
    }
}

extension CallOutput {
    fileprivate func isEnd(of id: String) -> Bool {
        if case .command(call: id, .end) = self { true } else { false }
    }
}
