import CallControl
import ExternalPlugins
import PluginKit
import Testing

@Suite("Stopping", .timeLimit(.minutes(1)))
struct StopTests {
    @Test("a stopped plugin leaves no process, and answers no more")
    func stop() async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        let plugin = try folder.plugin(log: log)
        let process = try await plugin.processID()
        #expect(isRunning(process))
        let begun = ContinuousClock.now
        await plugin.stop()
        #expect(!isRunning(process))
        #expect(ContinuousClock.now - begun < .seconds(2))
        #expect(await plugin.failure("echo")?.what == PluginFailure.unavailable)
        #expect(log.text.contains("debug: the process is gone: exit status 0"))
    }

    @Test("what is in flight may still be answered")
    func inFlight() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        _ = try await plugin.processID()
        async let held = plugin.act("hold")
        #expect(try await plugin.holds(1))
        await plugin.stop()
        #expect(try await held == "at the end")
    }

    @Test("a process that will not end is made to")
    func stubborn() async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        var limits = ExternalPluginLimits()
        limits.endTime = .milliseconds(200)
        let plugin = try folder.plugin(limits: limits, log: log)
        guard case .number(let process) = try await plugin.act("stubborn") else { throw TestFolder.Refused() }
        await plugin.stop()
        #expect(!isRunning(Int(process)))
        #expect(log.text.contains("ended by signal 9"))
    }

    @Test("of the files of this process it has the three standard ones")
    func files() async throws {
        let folder = try TestFolder()
        let plugins = try (0..<3).map { _ in try folder.plugin() }
        for plugin in plugins { #expect(try await plugin.act("files") == 3) }
        for plugin in plugins { await plugin.stop() }
    }

    @Test("what the process has started ends with it")
    func children() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        guard case .number(let child) = try await plugin.act("child") else { throw TestFolder.Refused() }
        #expect(isRunning(Int(child)))
        await plugin.stop()
        #expect(try await soon { !isRunning(Int(child)) })
    }

    @Test("during the pause before a new start, and twice")
    func inPause() async throws {
        let folder = try TestFolder()
        var limits = ExternalPluginLimits()
        limits.rest = .seconds(30)...Duration.seconds(30)
        let plugin = try folder.plugin(limits: limits)
        _ = await plugin.failure("crash")
        async let waiting = plugin.failure("echo")
        try await Task.sleep(for: .milliseconds(20))
        await plugin.stop()
        await plugin.stop()
        #expect(await waiting?.what == PluginFailure.unavailable)
        #expect(folder.starts.count == 1)
    }

    @Test("while it starts")
    func whileStarting() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        async let waiting = plugin.failure("echo")
        try await Task.sleep(for: .milliseconds(5))
        await plugin.stop()
        #expect(await waiting?.what == PluginFailure.unavailable)
    }

    @Test("a plugin that nobody holds any more ends its process")
    func dropped() async throws {
        let folder = try TestFolder()
        let process = try await folder.plugin().processID()
        #expect(try await soon { !isRunning(process) })
    }
}
