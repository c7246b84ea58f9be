import CallControl
import CallHosting
import Foundation
import TestedProgram
import Testing

@testable import Gateways

/// Standard error is for people, who may not be there.
@Suite struct UnreadErrorsTests {
    @Test(
        "a pipe of errors that nobody reads holds up no call, nor the end", .timeLimit(.minutes(1)),
        .enabled(if: BuiltProgram.isThere), arguments: HostClock.allCases)
    func unread(clock: HostClock) throws {
        let flow = try FlowFolder()
        let program = Process()
        program.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        program.arguments = ["run", "--format", "ndjson", "--clock", clock.rawValue]
        let (input, output, errors) = (Foundation.Pipe(), Foundation.Pipe(), Foundation.Pipe())
        program.standardInput = input
        program.standardOutput = output
        program.standardError = errors
        try program.run()
        let calls = (0..<1_000).map { callLine("c\($0)", #","flow":"\#(flow.path)/\#($0).vxml""#) + "\n" }
        try input.fileHandleForWriting.write(contentsOf: Data(calls.joined().utf8))
        try input.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        program.waitUntilExit()
        #expect(program.terminationStatus == 0)
        let ends = try text.split(separator: "\n").map(String.init).field("event", of: "end")
        #expect(ends == Array(repeating: "error.badfetch", count: 1_000))
        let log = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(log.contains("error.badfetch"))
    }
}
