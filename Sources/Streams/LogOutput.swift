import Synchronization

/// The lines of a log on a descriptor that perhaps nobody reads: whoever logs never waits. While too much is still to be
/// read, further lines are left out, and it is told how many were.
package final class LogOutput: TextOutputStream, Sendable {
    package static let standardError = LogOutput(2)

    /// Bytes that may wait for a reader.
    package static let limit = 1 << 20
    /// Bytes of one line that are written.
    private static let lineLimit = 8 << 10
    /// How long the end of the program waits for a reader.
    private static let patience = Duration.seconds(1)

    private let writer: OutputWriter
    private let limit: Int
    private let leftOut = Mutex(0)

    package init(_ descriptor: Int32, limit: Int = LogOutput.limit) {
        writer = OutputWriter(descriptor)
        self.limit = limit
    }

    /// Writes one line: what it quotes cannot begin another.
    package func write(_ line: String) {
        let text = LogText(Array((line.hasSuffix("\n") ? line.dropLast() : line[...]).utf8), limit: Self.lineLimit)
        leftOut.withLock { leftOut in
            if writer.write(Array("\(Self.note(leftOut))\(text)\n".utf8), upTo: limit) {
                leftOut = 0
            } else {
                leftOut += 1
            }
        }
    }

    /// Waits until all is written, a second at most.
    package func drain() async {
        leftOut.withLock { leftOut in
            if writer.write(Array(Self.note(leftOut).utf8), upTo: limit) { leftOut = 0 }
        }
        await writer.drain(patience: Self.patience, within: Self.patience)
    }

    private static func note(_ leftOut: Int) -> String {
        leftOut == 0 ? "" : "\(leftOut) more lines have been left out, because nobody read them\n"
    }
}
