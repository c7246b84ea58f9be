import CallControl
import ExternalPlugins
import Foundation
import PluginKit
import PluginTesting
import Testing

@Suite("dialtone.py", .timeLimit(.minutes(1)))
struct PythonLibraryTests {
    private static let program = #"""
        import time
        import dialtone

        said = []

        def make(start):
            def act(parameters, context):
                if parameters["what"] == "wait":
                    said.append("begun")
                    context.cancelled.wait(20)
                    time.sleep(0.1)
                    said.append("ended")
                if parameters["what"] == "nan":
                    return {"value": float("nan")}
                return {"value": " ".join(said)}

            return {"act": act, dialtone.CALL_ENDED: lambda context: said.append("told of " + context.session)}

        if __name__ == "__main__":
            dialtone.serve(make)
        """#

    private static func folder() throws -> TestFolder {
        let folder = try TestFolder(yaml: TestFolder.yaml + "\ncall-ended: true\n", program: program)
        let library = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Plugins/KnownFaults/dialtone.py").path
        try FileManager.default.copyItem(atPath: library, toPath: folder.path + "/dialtone.py")
        return folder
    }

    @Test("the end of a call comes when the call's invocations have ended")
    func callEnds() async throws {
        let folder = try Self.folder()
        let plugin = try folder.plugin()
        let waiting = Task { try await plugin.act("wait", invocation: "1/1") }
        #expect(try await soon { try await plugin.act("say", invocation: "2/1") == "begun" })
        waiting.cancel()
        _ = await waiting.result
        try await plugin.callEnded(PluginContract.context("1/end"))
        #expect(try await plugin.act("say", invocation: "2/2") == "begun ended told of 1")
        await plugin.stop()
    }

    @Test("what is no JSON is a failure at once")
    func notANumber() async throws {
        let folder = try Self.folder()
        let plugin = try folder.plugin()
        #expect(await plugin.failure("nan")?.what == PluginFailure.internal)
        await plugin.stop()
    }
}
