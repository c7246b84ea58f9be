import CallControl
import CallHosting
import PluginKit
import PluginManifests
import Synchronization
import Testing

/// Methods whose manifest says `every`.
@Suite("every", .timeLimit(.minutes(1))) struct RecurringMethodTests {
    /// Counts what it is asked; the first time it fails.
    private final class Sweeper: Plugin {
        let manifest = PluginManifest(
            name: "sweeper", summary: "A sweeper.",
            methods: [
                .init(name: "sweep", summary: "Sweeps.", every: .seconds(1)), .init(name: "rest", summary: "Rests."),
            ])
        let asked = Kept<PluginContext>()

        func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
            guard method == "sweep" else { throw PluginFailure(PluginFailure.nomethod, method) }
            asked.append([context])
            if asked.all.count == 1 { throw PluginFailure("broken", "no broom") }
            return [:]
        }
    }

    @Test("on the real clock they are called again and again, whether they fail or not, until everything ends")
    func real() async throws {
        let sweeper = Sweeper()
        var options = HostOptions.test(.real, plugins: [sweeper])
        options.run = "run"
        let host = CallHost(options)
        let second = try #require(await sweeper.asked.wait { $0.invocation == "run/every/sweeper/sweep/2" })
        let first = try #require(sweeper.asked.all.first)
        #expect(second.now.epochMilliseconds - first.now.epochMilliseconds >= 1000)
        #expect([first.call, first.from, first.to] == ["every/sweep", "", ""])
        _ = await host.hangUpAll()
        let count = sweeper.asked.all.count
        try await Task.sleep(for: .milliseconds(1200))
        #expect(sweeper.asked.all.count == count)
    }

    @Test("on the virtual clock they are called by flows only")
    func virtual() async throws {
        let sweeper = Sweeper()
        let host = CallHost(.test(plugins: [sweeper]))
        try await Task.sleep(for: .milliseconds(100))
        _ = await host.hangUpAll()
        #expect(sweeper.asked.all.isEmpty)
    }
}
