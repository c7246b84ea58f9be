import Foundation
import Testing

@testable import Gateways

/// A signal to end while keys come from a pipe.
@Suite struct PlainKeysSignalTests {
    /// In a process of its own: the signal is for all of it.
    @Test(.enabled(if: BuiltProgram.isThere), arguments: [SIGINT, SIGTERM, SIGHUP])
    func hangsUpAndLeavesNothingBehind(signal: Int32) throws {
        let flow = try FlowFolder(["main.vxml": .choice()])
        let temporary = try FlowFolder()
        let program = Process()
        program.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        program.arguments = ["run", flow.path]
        program.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": temporary.path]) { $1 }
        let (input, output) = (Foundation.Pipe(), Foundation.Pipe())
        program.standardInput = input
        program.standardOutput = output
        try program.run()
        var text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        #expect(text == "Press 1 or 2.\n")
        kill(program.processIdentifier, signal)
        text += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        program.waitUntilExit()
        #expect(program.terminationReason == .exit)
        #expect(program.terminationStatus == 0)
        #expect(text == "Press 1 or 2.\n[the caller hangs up]\n[the call has ended: hangup]\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).isEmpty)
        try input.fileHandleForWriting.close()
    }
}
