import Foundation
import TestedProgram
import Testing

/// `Tests/Support/gateway.py`, run against the built program.
@Suite struct ReferenceGatewayTests {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Support/gateway.py").path
    static let canRun =
        BuiltProgram.isThere && FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    @Test(.enabled(if: ReferenceGatewayTests.canRun)) func carriesSeveralCallsToTheirEnd() throws {
        let flow = try FlowFolder(["main.vxml": .choice()])
        let gateway = Process()
        gateway.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        gateway.arguments = [
            Self.script, "--command", "\(BuiltProgram.path) run \(flow.path) --format ndjson --clock virtual", "1",
            "~2",
            "!1",
            "3",
        ]
        let output = Foundation.Pipe()
        gateway.standardOutput = output
        try gateway.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        gateway.waitUntilExit()
        #expect(gateway.terminationStatus == 0)
        #expect(text.contains("call-1:\n  Press 1 or 2.\n  > 1\n  You pressed 1.\n  [exit]\n"))
        #expect(text.contains("call-2:\n  Press 1 or 2.\n  > ~\n  Silence."))
        #expect(text.contains("call-3:\n  Press 1 or 2.\n  > 1\n  You pressed 1.\n  [exit]\n"))
        #expect(text.contains("call-4:"))
        #expect(text.contains("[hangup]"))
    }

    @Test(.enabled(if: ReferenceGatewayTests.canRun)) func saysThatItNeedsTheVirtualClock() throws {
        let gateway = Process()
        gateway.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        gateway.arguments = [Self.script, "--command", "\(BuiltProgram.path) run x --format ndjson", "1"]
        let errors = Foundation.Pipe()
        gateway.standardError = errors
        try gateway.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        gateway.waitUntilExit()
        #expect(gateway.terminationStatus == 2)
        #expect(text.contains("add --clock virtual"))
    }
}
