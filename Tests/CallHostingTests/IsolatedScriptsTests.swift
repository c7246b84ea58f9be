import CallControl
import Foundation
import Logging
import ScriptEngine
import TestedProgram
import Testing

@testable import CallHosting

/// Scripts in processes of their own: what one costs, it costs that evaluation only.
@Suite("Isolated scripts", .serialized)
struct IsolatedScriptsTests {
    /// Key 1 evaluates what may be lost, key 2 looks at what was there before.
    private static func flow(_ expression: String) -> String {
        """
        <var name="kept" expr="['kept']"/>
        <script>function look() { return kept.map(function (text) { return text + '!' }).join() }</script>
        <form id="start"><field name="choice" type="digits?length=1"><prompt>Press.</prompt>
        <catch event="error.semantic"><prompt>Lost. <value expr="look()"/></prompt><clear/></catch>
        <filled>
          <if cond="choice == '1'"><assign name="kept" expr="(() =&gt; \(expression))()"/></if>
          <prompt><value expr="look()"/></prompt><clear/>
        </filled></field></form>
        """.vxml
    }

    private static func options(_ clock: HostClock = .virtual) -> HostOptions {
        var options = HostOptions.test(clock)
        options.scripts = .isolated(EngineProcesses(.built(), logger: options.logger))
        return options
    }

    @Test(
        "the call gets error.semantic and goes on, as does another of the same lane",
        arguments: [
            "'x'.repeat(2 ** 30)", "new Array(1e8).fill(1)",
            "/(x+x+)+y/.test('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')",
        ])
    func sameLane(_ expression: String) async throws {
        let flow = try FlowFolder(["main.vxml": Self.flow(expression)])
        let host = CallHost(Self.options())
        let (one, other) = (VirtualCall(host, id: "one"), VirtualCall(host, id: "other"))
        for call in [one, other] { #expect(await call.send(.call(.test(flow.uri()))).commands.texts == ["Press."]) }
        let start = ContinuousClock.now
        #expect(await one.send(.keys([.one])).commands.texts == ["Lost. kept!"])
        #expect(ContinuousClock.now - start < .seconds(1))
        for call in [other, one] { #expect(await call.send(.keys([.two])).commands.texts == ["kept!", "Press."]) }
    }

    @Test("a lane that waits for its process holds up no other")
    func otherLane() async throws {
        let flow = try FlowFolder([
            "main.vxml": Self.flow("/(x+x+)+y/.test('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx')")
        ])
        let outputs = Kept<CallOutput>()
        var options = Self.options(.real)
        options.lanes = 2
        let host = CallHost(options) { outputs.append($0) }
        for id in ["one", "other"] { await host.post(Arrival(id, .call(.test(flow.uri())))) }
        for id in ["one", "other"] { #expect(await outputs.wait { $0.texts(of: id) == ["Press."] } != nil) }
        await host.post(Arrival("one", .keys([.one])))
        let start = ContinuousClock.now
        for count in 1...20 {
            await host.post(Arrival("other", .keys([.two])))
            while outputs.all.flatMap({ $0.texts(of: "other") }).count(where: { $0 == "kept!" }) < count {
                try await Task.sleep(for: .milliseconds(1))
            }
        }
        #expect(ContinuousClock.now - start < .milliseconds(700))
        #expect(await outputs.wait { $0.texts(of: "one") == ["Lost. kept!"] } != nil)
        _ = await host.hangUpAll()
    }

    @Test("processes that are killed between two events cost nothing")
    func killed() async throws {
        let flow = try FlowFolder(["main.vxml": Self.flow("['new']")])
        let call = VirtualCall(CallHost(Self.options()))
        _ = await call.send(.call(.test(flow.uri())))
        for text in ["new!", "new!", "new!"] {
            for pid in try engines() { kill(pid, SIGKILL) }
            try await Task.sleep(for: .milliseconds(200))
            #expect(await call.send(.keys([.one])).commands.texts == [text, "Press."])
        }
    }

    @Test("no process is left when the host is gone")
    func noneLeft() async throws {
        let before = try engines()
        do {
            let flow = try FlowFolder(["main.vxml": Self.flow("1")])
            let call = VirtualCall(CallHost(Self.options()))
            #expect(await call.send(.call(.test(flow.uri()))).commands.texts == ["Press."])
            #expect(try engines().count > before.count)
        }
        for _ in 0..<200 where try !engines().subtracting(before).isEmpty {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try engines().subtracting(before).isEmpty)
    }

    /// The processes of the engine that these tests have started.
    private func engines() throws -> Set<pid_t> {
        let all = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }
        return Set(
            all.filter { pid in
                guard let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
                    let command = try? String(contentsOfFile: "/proc/\(pid)/cmdline", encoding: .utf8)
                else { return false }
                let parent = status.split(separator: ")").last?.split(separator: " ").dropFirst().first
                return parent == "\(getpid())" && command.contains("script-engine")
            })
    }
}

extension CallOutput {
    /// What it says, where it is of that call.
    fileprivate func texts(of id: String) -> [String] {
        if case .command(call: id, let command) = self { [command].texts } else { [] }
    }
}
