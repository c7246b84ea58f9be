import CallControl
import PluginKit
import PluginManifests
import Synchronization
import Testing

@Suite("The plugins of one call", .timeLimit(.minutes(1)))
struct CallPluginsTests {
    private final class Notes: Sendable {
        private let notes = Mutex<[String]>([])
        var all: [String] { notes.withLock { $0 } }
        func add(_ note: String) { notes.withLock { $0.append(note) } }
    }

    /// Notes what it is told.
    private struct Noting: Plugin {
        let notes: Notes
        var name = "noting"
        var work: @Sendable () async throws -> Void = {}
        var ending: @Sendable () async throws -> Void = {}

        var manifest: PluginManifest {
            PluginManifest(name: name, summary: "", methods: [.init(name: "ask", summary: "")])
        }

        func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
            notes.add("asked")
            try await work()
            return [:]
        }

        func callEnded(_ context: PluginContext) async throws {
            notes.add("\(name) told of \(context.session)")
            try await ending()
        }
    }

    @Test("those that were invoked are told, once, and nothing is invoked any more")
    func once() async {
        let (call, notes) = (CallPlugins(), Notes())
        _ = await call.run(Noting(notes: notes), "ask", [:], .test())
        _ = await call.run(Noting(notes: notes), "ask", [:], .test())
        _ = await call.run(Noting(notes: notes, name: "other"), "no method", [:], .test())
        #expect(await call.end(.test()) == [:])
        #expect(await call.end(.test()) == [:])
        #expect(await call.run(Noting(notes: notes), "ask", [:], .test()) == .failure(what: "cancelled", message: nil))
        #expect(notes.all == ["asked", "asked", "noting told of 1"])
    }

    @Test("what is still at work is waited for, but not for ever", arguments: [true, false])
    func atWork(ends: Bool) async {
        let (call, notes, release) = (CallPlugins(), Notes(), AsyncStream<Void>.makeStream())
        let plugin = Noting(notes: notes) {
            // A task of its own, so that the cancellation does not reach the wait.
            await Task { for await _ in release.stream {} }.value
            notes.add("ended")
        }
        let asking = Task { await call.run(plugin, "ask", [:], .test()) }
        while notes.all.isEmpty { await Task.yield() }
        asking.cancel()
        #expect(await asking.value == .failure(what: "cancelled", message: nil))
        async let told = call.end(.test())
        if ends {
            try? await Task.sleep(for: .milliseconds(50))
            release.continuation.finish()
        }
        #expect(await told == [:])
        #expect(notes.all == ["asked"] + (ends ? ["ended"] : []) + ["noting told of 1"])
        release.continuation.finish()
    }

    @Test("what goes wrong is told by the plugin's name, and the time limit is kept")
    func failures() async {
        let (call, notes) = (CallPlugins(), Notes())
        let plugins = [
            Noting(notes: notes, name: "good"),
            Noting(notes: notes, name: "broken", ending: { throw PluginFailure("broken", "no lever") }),
            Noting(notes: notes, name: "slow", ending: { try await Task.sleep(for: .seconds(60)) }),
        ]
        for plugin in plugins { _ = await call.run(plugin, "ask", [:], .test()) }
        let failures = await call.end(.test(limit: CallDuration(milliseconds: 50)))
        #expect(failures["broken"] == .failure(what: "broken", message: "no lever"))
        #expect(failures["slow"] == .failure(what: "timeout", message: "the plugin did not answer in time"))
        #expect(failures.count == 2)
    }
}
