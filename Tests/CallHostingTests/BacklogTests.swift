import CallControl
import CallHosting
import Dispatch
import Synchronization
import Testing

/// Events that the lanes have not come to yet.
@Suite(.timeLimit(.minutes(1))) struct BacklogTests {
    /// What they lead to waits for the reader, however slow it is.
    @Test func whoeverBringsThemWaitsWhileThereAreAThousand() async throws {
        let flow = try FlowFolder(["main.vxml": .choice(filled: "Done.")])
        let gate = DispatchSemaphore(value: 0)
        let ends = Kept<CallOutput>()
        var options = HostOptions.test(.real)
        options.lanes = 1
        let host = CallHost(options) { outputs in
            gate.wait()
            gate.signal()
            ends.append(outputs.filter { $0.end != nil })
        }
        let posted = Counter()
        let posting = Task {
            for number in 0..<3_000 {
                await host.post(Arrival("c\(number)", .call(.test(flow.uri()))))
                posted.count.wrappingAdd(1, ordering: .relaxed)
            }
        }
        try await Task.sleep(for: .milliseconds(300))
        #expect((900...1_100).contains(posted.count.load(ordering: .relaxed)))
        gate.signal()
        await posting.value
        _ = await host.hangUpAll()
        #expect(ends.all.count == 3_000)
    }

    private final class Counter: Sendable {
        let count = Atomic(0)
    }
}
