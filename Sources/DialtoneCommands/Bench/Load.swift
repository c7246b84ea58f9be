import CallControl
import CallHosting
import Dispatch
import FlowTesting

/// A host, and the callers who keep it busy.
final class Load: Sendable {
    let callers: Callers
    let host: CallHost

    init(_ rehearsal: Rehearsal, concurrency: Int, options: HostOptions) {
        let callers = Callers(rehearsal, count: concurrency)
        self.callers = callers
        host = CallHost(options) { callers.take($0, at: DispatchTime.now().uptimeNanoseconds) }
    }

    func stop() async { _ = await host.hangUpAll() }

    /// Lets some callers go on, each as soon as it has been answered, as long as each is wanted to. Blocks its thread.
    /// - Parameter isWanted: whether a caller, as it stands, should go on.
    func drive(
        _ range: Range<Int>, while isWanted: @Sendable @escaping (Int, Caller, Callers.State) -> Bool
    ) async {
        let watch = Task { await giveUpWhenStuck() }
        defer { watch.cancel() }
        var left = 0
        for caller in range where await press(caller, while: isWanted) { left += 1 }
        guard left > 0 else { return }
        while left > 0 {
            for caller in callers.takeAnswered() where await !press(caller, while: isWanted) { left -= 1 }
        }
    }

    /// Takes steps of one caller until an answer is to be awaited.
    /// - Returns: false: the caller is not wanted to go on.
    private func press(
        _ caller: Int, while isWanted: @Sendable (Int, Caller, Callers.State) -> Bool
    ) async -> Bool {
        while let step = callers.next(of: caller, if: { isWanted(caller, $0, $1) }) {
            await host.post(step.arrival)
            if step.isAnswered { return true }
        }
        return false
    }

    /// Ends the wait for callers whom nothing answers any more.
    private func giveUpWhenStuck() async {
        var last = -1
        while !Task.isCancelled {
            let now = callers.tally.commands
            if now == last { callers.failWaiting() }
            last = now
            try? await Task.sleep(for: .seconds(15))
        }
    }
}
