import CallControl
import ExternalPlugins
import PluginKit
import Testing

@Suite("Starting anew", .timeLimit(.minutes(1)))
struct RestartTests {
    @Test("the pause doubles up to its limit while nothing is answered")
    func doubling() async throws {
        let folder = try TestFolder()
        var limits = ExternalPluginLimits()
        limits.rest = .milliseconds(100)...Duration.milliseconds(300)
        let plugin = try folder.plugin(limits: limits)
        for _ in 0..<5 { #expect(await plugin.failure("crash")?.what == PluginFailure.crashed) }
        await plugin.stop()
        let pauses = zip(folder.starts, folder.starts.dropFirst()).map { $1 - $0 }
        #expect(pauses.count == 4)
        for (pause, least) in zip(pauses, [0.1, 0.2, 0.3, 0.3]) { #expect(pause >= least) }
    }

    @Test("a program that refuses to start, or ends at once: unavailable", arguments: ["refusal", "crash"])
    func refuses(how: String) async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        let plugin = try folder.plugin(settings: ["start with": .string(how)], log: log)
        async let other = plugin.failure("echo")
        let failure = await plugin.failure("echo")
        #expect(failure?.what == PluginFailure.unavailable)
        #expect(await other?.what == PluginFailure.unavailable)
        if how == "refusal" { #expect(failure?.message.contains("not with these settings") == true) }
        #expect(await plugin.failure("echo")?.what == PluginFailure.unavailable)
        await plugin.stop()
        #expect(folder.starts.count >= 2)
    }

    @Test("a program that says nothing is ended")
    func silent() async throws {
        let folder = try TestFolder()
        var limits = ExternalPluginLimits()
        limits.startTime = .milliseconds(300)
        let plugin = try folder.plugin(settings: ["start with": "silence"], limits: limits)
        #expect(await plugin.failure("echo")?.what == PluginFailure.unavailable)
        await plugin.stop()
    }

    @Test("a program that there is not: unavailable", arguments: ["no-such-program", "./no-such-program"])
    func missing(program: String) async throws {
        let (folder, log) = (
            try TestFolder(yaml: TestFolder.yaml.replacing("python3", with: program)), TestLog()
        )
        let plugin = try folder.plugin(log: log)
        #expect(await plugin.failure("echo")?.what == PluginFailure.unavailable)
        #expect(log.text.contains("could not be started"))
        await plugin.stop()
    }

    @Test("nothing is started before it is asked")
    func lazy() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        await plugin.stop()
        #expect(folder.starts.isEmpty)
    }
}
