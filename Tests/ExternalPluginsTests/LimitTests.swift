import CallControl
import ExternalPlugins
import PluginKit
import PluginTesting
import Testing

@Suite("Limits and cancelling", .timeLimit(.minutes(1)))
struct LimitTests {
    @Test("what is cancelled ends at once, and the process is told")
    func cancel() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        _ = try await plugin.processID()
        let call = Task { try await plugin.act("hold") }
        #expect(try await plugin.holds(1))
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        #expect(try await soon { try await plugin.act("cancelled") == 1 })
        await plugin.stop()
    }

    @Test("a late answer is nothing to report")
    func late() async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        let plugin = try folder.plugin(log: log)
        _ = try await plugin.processID()
        let call = Task { try await plugin.act("hold") }
        #expect(try await plugin.holds(1))
        call.cancel()
        _ = try await plugin.act("cancelled")
        await plugin.stop()
        #expect(!log.text.contains("stray"))
    }

    @Test("what is cancelled before it is begun is not begun")
    func cancelledBefore() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        let call = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await plugin.act("hold")
        }
        await #expect(throws: CancellationError.self) { try await call.value }
        #expect(try await plugin.act("cancelled") == 0)
        await plugin.stop()
    }

    @Test("a slow answer is a timeout, and does not hold up others")
    func timeLimit() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        _ = try await plugin.processID()
        async let slow = PluginRunner.run(
            plugin, "act", ["what": "hold"], PluginContract.context(timeLimit: CallDuration(milliseconds: 1_000)))
        #expect(try await plugin.holds(1))
        guard case .failure(PluginFailure.timeout, _) = await slow else {
            Issue.record("no timeout")
            return
        }
        #expect(try await soon { try await plugin.act("cancelled") == 1 })
        await plugin.stop()
    }

    @Test("more than are allowed in flight are refused as busy")
    func busy() async throws {
        let folder = try TestFolder()
        var limits = ExternalPluginLimits()
        limits.invocations = 3
        let plugin = try folder.plugin(limits: limits)
        await withTaskGroup(of: PluginFailure?.self) { group in
            for _ in 0..<20 { group.addTask { await plugin.failure("hold") } }
            for _ in 0..<17 { #expect(await group.next()??.what == PluginFailure.busy) }
            group.cancelAll()
            for await failure in group { #expect(failure == nil) }
        }
        #expect(try await plugin.act("echo", 1) == 1)
        await plugin.stop()
    }

    @Test("parameters over the limit of a line are refused")
    func longParameters() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        let failure = await plugin.failure("echo", .string(String(repeating: "x", count: 1 << 20)))
        #expect(failure?.what == PluginFailure.badparameter)
        #expect(try await plugin.act("echo", 1) == 1)
        await plugin.stop()
    }

    @Test("a process that reads nothing is ended")
    func deaf() async throws {
        let (folder, log) = (try TestFolder(), TestLog())
        var limits = ExternalPluginLimits()
        limits.readTime = .milliseconds(300)
        let plugin = try folder.plugin(limits: limits, log: log)
        async let deaf = plugin.failure("deaf")
        #expect(try await folder.isMarked("deaf"))
        // More than a pipe holds.
        async let filling = withTaskGroup(of: PluginFailure?.self) { group in
            for _ in 0..<4 {
                group.addTask { await plugin.failure("echo", .string(String(repeating: "x", count: 100_000))) }
            }
            return await group.reduce(into: []) { $0.append($1?.what) }
        }
        #expect(await deaf?.what == PluginFailure.crashed)
        #expect(await filling.contains(PluginFailure.crashed))
        #expect(log.text.contains("does not read"))
        #expect(try await plugin.act("echo", 1) == 1)
        await plugin.stop()
    }
}
