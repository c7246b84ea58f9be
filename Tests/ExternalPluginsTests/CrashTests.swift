import CallControl
import ExternalPlugins
import PluginKit
import Testing

@Suite("A process that ends", .timeLimit(.minutes(1)))
struct CrashTests {
    @Test("a crash fails what is in flight, and the next invocation is served by a new process")
    func crash() async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        let plugin = try folder.plugin(log: log)
        let first = try await plugin.processID()
        async let other = plugin.failure("hold")
        #expect(try await plugin.holds(1))
        let failure = await plugin.failure("crash")
        #expect(failure?.what == PluginFailure.crashed)
        #expect(await other?.what == PluginFailure.crashed)
        #expect(try await plugin.processID() != first)
        #expect(!isRunning(first))
        #expect(log.text.contains("the process is gone: exit status 3"))
        await plugin.stop()
    }

    @Test("a call hears of it as error.plugin.NAME.crashed")
    func event() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        let answer = await plugin.run("crash")
        guard case .failure(PluginFailure.crashed, _) = answer else {
            Issue.record("\(answer)")
            return
        }
        await plugin.stop()
    }

    @Test("what is not yet sent goes to the next process")
    func queued() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        _ = try await plugin.processID()
        async let crash = plugin.failure("crash")
        #expect(await crash?.what == PluginFailure.crashed)
        // The process is gone, and the pause before the next one is on.
        #expect(try await plugin.act("echo", "still here") == "still here")
        #expect(folder.starts.count == 2)
        await plugin.stop()
    }

    @Test(
        "whatever ends the answers is a crash",
        arguments: ["quit", "half", "close output", "die loudly", "close input", "descend"])
    func otherEnds(what: String) async throws {
        let folder = try TestFolder()
        var limits = ExternalPluginLimits()
        limits.endTime = .milliseconds(200)
        let plugin = try folder.plugin(limits: limits)
        async let failure = plugin.failure(what, "of old age")
        if what == "close input" {
            // It is found out by the next that is written.
            #expect(try await folder.isMarked("input closed"))
            #expect(await plugin.failure("echo")?.what == PluginFailure.crashed)
        }
        #expect(await failure?.what == PluginFailure.crashed)
        #expect(try await plugin.act("echo", "anew") == "anew")
        await plugin.stop()
    }

    @Test("what it has answered before is answered, also right before")
    func lastAnswer() async throws {
        let folder = try TestFolder()
        for _ in 0..<3 {
            let plugin = try folder.plugin()
            #expect(try await plugin.act("last words") != .null)
            await plugin.stop()
        }
    }

    @Test("its last words are in the log, without what the caller keyed in")
    func lastWords() async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        let plugin = try folder.plugin(log: log)
        _ = await plugin.failure("die loudly", "4711")
        await plugin.stop()
        #expect(log.text.contains("info: RuntimeError: …"))
        #expect(!log.text.contains("4711"))
    }
}
