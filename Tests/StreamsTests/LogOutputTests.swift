import Foundation
import Logging
import Testing

@testable import Streams

/// The log, and who reads it.
@Suite struct LogOutputTests {
    @Test(
        "what nobody reads is left out beyond a limit, and counted; whoever logs never waits", .timeLimit(.minutes(1)))
    func unread() async throws {
        let pipe = Pipe()
        let log = LogOutput(pipe.fileHandleForWriting.fileDescriptor, limit: 200_000)
        for number in 0..<10_000 { log.write("line \(number) \(String(repeating: "x", count: 100))\n") }
        let began = ContinuousClock.now
        await log.drain()
        #expect(ContinuousClock.now - began < .seconds(10))
        async let text = pipe.fileHandleForReading.text()
        // What is told is behind what waits to be read.
        try await Task.sleep(for: .milliseconds(200))
        log.write("the last")
        await log.drain()
        try pipe.fileHandleForWriting.close()
        let lines = try await text.split(separator: "\n").map(String.init)
        let written = lines.count { $0.hasPrefix("line ") }
        #expect(written >= 1_000 && written < 4_000)
        #expect(
            lines.suffix(2) == [
                "\(10_000 - written) more lines have been left out, because nobody read them", "the last",
            ])
    }

    @Test(
        "what a line quotes begins no other",
        arguments: ["no\n2026-11-22T00:00:00+0000 error dialtone: forged", "a\r\u{1B}[2Jb", "a\u{2028}b\u{85}c\n\n"])
    func forged(message: String) async throws {
        let pipe = Pipe()
        let log = LogOutput(pipe.fileHandleForWriting.fileDescriptor)
        let logger = Logger(label: "dialtone") { StreamLogHandler(label: $0, stream: log) }
        logger.warning("\(message)")
        await log.drain()
        try pipe.fileHandleForWriting.close()
        let text = try await pipe.fileHandleForReading.text()
        #expect(text.unicodeScalars.count { $0.properties.generalCategory == .control } == 1)
        #expect(text.split(whereSeparator: \.isNewline).count == 1)
        #expect(text.contains(" warning dialtone: "))
    }
}

extension FileHandle {
    /// All that comes to its end.
    fileprivate func text() async throws -> String {
        String(decoding: try readToEnd() ?? Data(), as: UTF8.self)
    }
}
