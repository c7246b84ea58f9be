import CallControl
import PluginKit
import PluginManifests
import Synchronization
import Testing

@Suite("Running a plugin", .timeLimit(.minutes(1)))
struct PluginRunnerTests {
    private struct Leak: Error { let secret: String }

    private func run(
        _ plugin: FakePlugin, _ method: String = "ask", _ parameters: JSONValue = ["number": "7", "pin": "4711"],
        limit: CallDuration = .seconds(30)
    ) async -> PluginAnswer {
        await PluginRunner.run(plugin, method, parameters, .test(limit: limit))
    }

    @Test("the plugin gets its parameters as the manifest's types have them")
    func result() async {
        #expect(await run(FakePlugin()) == .result(["number": 7]))
    }

    @Test("an unknown method and bad parameters do not reach the plugin")
    func refused() async {
        let plugin = FakePlugin { _, _ in
            Issue.record("called")
            return [:]
        }
        #expect(
            await run(plugin, "tell")
                == .failure(what: "nomethod", message: "the plugin 'fake' has no method 'tell'"))
        #expect(
            await run(plugin, "ask", ["number": "seven"])
                == .failure(what: "badparameter", message: "the parameter 'number' is no integer"))
    }

    @Test("failures keep their WHAT, and lose the values of sensitive parameters")
    func failures() async {
        let failing = FakePlugin { _, _ in throw PluginFailure("unavailable", "no answer for PIN 4711") }
        #expect(await run(failing) == .failure(what: "unavailable", message: "no answer for PIN …"))
        let unnamed = FakePlugin { _, _ in throw PluginFailure("not a name", "") }
        #expect(await run(unnamed) == .failure(what: "internal", message: "the plugin failed: PluginFailure"))
    }

    @Test("of any other error only its kind is told")
    func otherErrors() async {
        let plugin = FakePlugin { _, _ in throw Leak(secret: "4711") }
        #expect(await run(plugin) == .failure(what: "internal", message: "the plugin failed: Leak"))
    }

    @Test("an answer that does not keep the manifest is a failure")
    func badResult() async {
        let plugin = FakePlugin { _, _ in ["number": "seven", "colour": "red"] }
        #expect(
            await run(plugin)
                == .failure(
                    what: "badresult", message: "the result 'number' is no integer; there is no result 'colour'"))
    }

    @Test(
        "the manifest's limit and the deadline end the wait",
        arguments: [
            (CallDuration(milliseconds: 20), CallDuration.seconds(30)), (.seconds(30), CallDuration(milliseconds: 20)),
        ])
    func timeLimit(manifest: CallDuration, deadline: CallDuration) async {
        let wasCancelled = Mutex(false)
        await confirmation("the plugin is cancelled") { cancelled in
            let ended = AsyncStream<Void>.makeStream()
            let plugin = FakePlugin(timeLimit: manifest) { _, _ in
                defer { ended.continuation.finish() }
                do {
                    try await Task.sleep(for: .seconds(60))
                } catch {
                    wasCancelled.withLock { $0 = true }
                }
                return [:]
            }
            #expect(
                await run(plugin, limit: deadline)
                    == .failure(what: "timeout", message: "the plugin did not answer in time"))
            for await _ in ended.stream {}
            if wasCancelled.withLock({ $0 }) { cancelled() }
        }
    }

    @Test("a plugin is not called after its deadline", arguments: [0, -5])
    func pastDeadline(milliseconds: Int) async {
        let plugin = FakePlugin { _, _ in
            Issue.record("called")
            return [:]
        }
        let answer = await run(plugin, limit: CallDuration(milliseconds: milliseconds))
        #expect(answer == .failure(what: "timeout", message: "the plugin did not answer in time"))
    }

    @Test("a plugin that takes no notice holds up neither time limit nor hang-up", arguments: [true, false])
    func deaf(hangsUp: Bool) async {
        let release = AsyncStream<Void>.makeStream()
        let plugin = FakePlugin(timeLimit: hangsUp ? nil : CallDuration(milliseconds: 20)) { _, _ in
            // A task of its own, so that the cancellation does not reach the wait.
            await Task { for await _ in release.stream {} }.value
            return [:]
        }
        let call = Task { await run(plugin) }
        if hangsUp { call.cancel() }
        let answer = await call.value
        release.continuation.finish()
        guard case .failure(let what, _) = answer else {
            Issue.record("\(answer)")
            return
        }
        #expect(what == (hangsUp ? "cancelled" : "timeout"))
    }

    @Test("a plugin that throws at its cancellation was cancelled")
    func cancelled() async {
        let plugin = FakePlugin { _, _ in throw CancellationError() }
        #expect(await run(plugin) == .failure(what: "cancelled", message: nil))
    }
}
