import FlowTesting
import Foundation
public import Gateways
import Synchronization

/// Where a command reads and writes: standard input, output and error, or what a test puts in their place.
public struct Console: Sendable {
    public var streams: GatewayStreams
    private let trouble = WriteTrouble()

    public init(streams: GatewayStreams = GatewayStreams()) { self.streams = streams }

    /// The console of the whole program: only what it says itself reaches standard output.
    public static func ofProgram() -> Console { Console(streams: .reservingStandardOutput()) }

    /// The console of the command that is running.
    @TaskLocal static var current = Console()

    /// Writes a line to the output.
    func print(_ line: String) {
        do { try Self.write(line + "\n", to: streams.output) } catch { trouble.note(error.fileReason) }
    }

    /// Writes a line to the errors. What cannot be written there nobody can be told.
    func printError(_ line: String) { try? Self.write(line + "\n", to: streams.errors) }

    /// Why some of the output could not be written; nil: all was, or nobody reads any more.
    var writeTrouble: String? { trouble.reason }

    /// Whether a person sits at both ends.
    var isTerminal: Bool { isatty(streams.input) == 1 && isatty(streams.output) == 1 }

    private static func write(_ text: String, to descriptor: Int32) throws {
        do {
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: Data(text.utf8))
        } catch let error as CocoaError where (error.underlying as? POSIXError)?.code == .EPIPE {
            // Who reads has enough.
        }
    }
}

/// The first thing that went wrong with an output.
private final class WriteTrouble: Sendable {
    private let first = Mutex<String?>(nil)

    var reason: String? { first.withLock { $0 } }

    func note(_ reason: String) { first.withLock { $0 = $0 ?? reason } }
}
