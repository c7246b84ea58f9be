import CallControl
import ExternalPlugins
import PluginKit
import PluginTesting
import Testing

@Suite("The end of a call", .timeLimit(.minutes(1)))
struct CallEndTests {
    private static let context = PluginContract.context("7/end")

    @Test("is told to a program that asks for it, after what was cancelled, and its answer is awaited")
    func told() async throws {
        let folder = try TestFolder(yaml: TestFolder.yaml + "\ncall-ended: true\n")
        let plugin = try folder.plugin()
        let held = Task { try await plugin.act("hold") }
        #expect(try await plugin.holds(1))
        held.cancel()
        _ = await held.result
        try await plugin.callEnded(Self.context)
        #expect(try await plugin.act("ends") == ["1 cancelled, 7/end"])
        try await plugin.callEnded(Self.context)
        #expect(try await plugin.act("ends") == ["1 cancelled, 7/end", "1 cancelled, 7/end"])
        await plugin.stop()
    }

    @Test("is not told to one that does not")
    func untold() async throws {
        let folder = try TestFolder()
        let plugin = try folder.plugin()
        try await plugin.callEnded(Self.context)
        #expect(folder.starts.isEmpty)
        #expect(try await plugin.act("ends") == [])
        await plugin.stop()
    }
}
