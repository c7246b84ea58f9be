import Streams
import Synchronization
import Testing

@testable import Gateways

/// Writing to a reader that may be slow.
@Suite struct OutputWriterTests {
    @Test func aSlowReaderHoldsUpReadingAndLosesNothing() async throws {
        let pipe = Pipe()
        let writer = OutputWriter(pipe.write)
        let chunk = [UInt8](repeating: 0x61, count: 1 << 20)
        for _ in 0..<66 { writer.write(chunk) }
        let waiting = Waiter(writer)
        try await Task.sleep(for: .milliseconds(50))
        #expect(!waiting.isOver)
        let collector = Collector(pipe)
        await waiting.task.value
        await writer.drain(patience: .seconds(10))
        pipe.closeWrite()
        #expect(await collector.all().utf8.count == 66 << 20)
    }

    @Test func releaseAndABrokenPipeEndTheWait() async throws {
        let pipe = Pipe()
        let broken = Departure()
        let writer = OutputWriter(pipe.write) { broken.happen() }
        BrokenPipes.ignore()
        for _ in 0..<66 { writer.write([UInt8](repeating: 0x61, count: 1 << 20)) }
        let first = Waiter(writer)
        try await Task.sleep(for: .milliseconds(20))
        #expect(!first.isOver)
        writer.release()
        await first.task.value
        pipe.closeRead()
        await broken.wait()
        await writer.waitForRoom()
    }

    @Test(.timeLimit(.minutes(1))) func aReaderThatTakesNothingIsNotWaitedForForEver() async {
        let pipe = Pipe()
        let writer = OutputWriter(pipe.write)
        writer.write([UInt8](repeating: 0x61, count: 1 << 20))
        await writer.drain(patience: .milliseconds(100))
        pipe.closeRead()
    }

    /// Waits for room in a task of its own.
    private final class Waiter: Sendable {
        let task: Task<Void, Never>
        private let over: Over

        private final class Over: Sendable {
            let flag = Atomic(false)
        }

        init(_ writer: OutputWriter) {
            let over = Over()
            self.over = over
            task = Task {
                await writer.waitForRoom()
                over.flag.store(true, ordering: .sequentiallyConsistent)
            }
        }

        var isOver: Bool { over.flag.load(ordering: .sequentiallyConsistent) }
    }
}
