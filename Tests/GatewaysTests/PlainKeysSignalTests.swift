import Foundation
import TestedProgram
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

    @Test("also while the call waits for a server", .timeLimit(.minutes(1)), .enabled(if: BuiltProgram.isThere))
    func whileFetching() throws {
        let server = try SilentServer()
        let flow = try FlowFolder([
            "main.vxml": """
            <form><block><prompt>Wait.</prompt><goto next="\(server.uri)"/></block>
            <catch event="error">Failure.</catch></form>
            """.vxml
        ])
        let program = Process()
        program.executableURL = URL(fileURLWithPath: BuiltProgram.path)
        program.arguments = ["run", flow.path]
        let (input, output, errors) = (Foundation.Pipe(), Foundation.Pipe(), Foundation.Pipe())
        program.standardInput = input
        program.standardOutput = output
        program.standardError = errors
        try program.run()
        #expect(server.isAskedWithinAMinute())
        program.terminate()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        program.waitUntilExit()
        #expect(program.terminationStatus == 0)
        #expect(text.hasSuffix("[the caller hangs up]\n[the call has ended: hangup]\n"), "\(text)")
        #expect(!text.contains("Failure."))
        #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
        try input.fileHandleForWriting.close()
    }
}

/// Takes connections on the loopback address and says nothing.
private final class SilentServer {
    struct NoSocket: Error {}

    private let descriptor: Int32
    let uri: String

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = self.descriptor
        let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 5) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        uri = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/"
        guard isOpen else { throw NoSocket() }
    }

    deinit { close(descriptor) }

    func isAskedWithinAMinute() -> Bool {
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&watched, 1, 60_000) == 1
    }
}
