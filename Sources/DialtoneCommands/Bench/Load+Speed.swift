import Dispatch
import Foundation

extension Load {
    /// Makes so many calls, as quickly as it goes.
    func measureSpeed(calls: Int) async -> BenchRun {
        await warmUp()
        let begun = callers.begun
        let before = callers.tally
        let (time, processor) = (DispatchTime.now(), ProcessorTime.now)
        let steps = callers.steps
        await drive(0..<callers.count) { _, caller, state in
            let isBetweenCalls = caller.next == 0 || caller.isFinished(steps)
            return !isBetweenCalls || state.begun - begun < calls
        }
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - time.uptimeNanoseconds) / 1e9
        let used = ProcessorTime.now - processor
        let tally = callers.tally
        let made = Double(tally.finished - before.finished)
        var run = BenchRun(tally)
        run.figures = [.callsPerSecond: made / seconds, .cpuPerCall: used * 1000 / made]
        return run
    }

    /// Makes some calls that are not counted: documents are read, stores opened, tables grown.
    func warmUp() async {
        let steps = callers.steps
        await drive(0..<min(callers.count, 200)) { _, caller, _ in caller.call == 0 && !caller.isFinished(steps) }
    }
}

/// The processor time of the process, in seconds.
enum ProcessorTime {
    static var now: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

extension BenchRun {
    init(_ tally: Callers.Tally) {
        self.init(calls: tally.finished + tally.failed, failedCalls: tally.failed, divergence: tally.divergence)
    }
}
