import Foundation
public import Gateways

/// Where a command reads and writes: standard input, output and error, or what a test puts in their place.
public struct Console: Sendable {
    public var streams: GatewayStreams

    public init(streams: GatewayStreams = GatewayStreams()) { self.streams = streams }

    /// The console of the whole program: only what it says itself reaches standard output.
    public static func ofProgram() -> Console { Console(streams: .reservingStandardOutput()) }

    /// The console of the command that is running.
    @TaskLocal static var current = Console()

    /// Writes a line to the output. What cannot be written, because nobody reads any more, is dropped.
    func print(_ line: String) { Self.write(line + "\n", to: streams.output) }

    /// Writes a line to the errors.
    func printError(_ line: String) { Self.write(line + "\n", to: streams.errors) }

    /// Whether a person sits at both ends.
    var isTerminal: Bool { isatty(streams.input) == 1 && isatty(streams.output) == 1 }

    private static func write(_ text: String, to descriptor: Int32) {
        try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: Data(text.utf8))
    }
}
