import CallControl
import CallHosting
import Dispatch
import FlowTesting
import Foundation

extension Load {
    /// Lets something happen in every call about once in `pace` milliseconds, whatever the answers do; prompts are
    /// listened to for longer.
    func measureLatency(seconds: Int, pace: Int, listening: Int) async -> BenchRun {
        await warmUp()
        await spread()
        callers.forgetAnswered()
        await press(
            times: seconds * 1000 * callers.count / pace, every: Double(pace) * 1e6 / Double(callers.count),
            listening: UInt64(listening) * 1_000_000)
        await awaitAnswers()
        let tally = callers.tally
        var run = BenchRun(tally)
        run.figures[.keysPerSecond] = Double(tally.keys.count + tally.pluginKeys.count) / Double(seconds)
        if !tally.keys.isEmpty {
            run.figures[.keyMedian] = tally.keys.percentile(50)
            run.figures[.keyP99] = tally.keys.percentile(99)
            run.figures[.keyMax] = tally.keys.longest
        }
        if !tally.pluginKeys.isEmpty {
            run.figures[.pluginKeyMedian] = tally.pluginKeys.percentile(50)
            run.figures[.pluginKeyP99] = tally.pluginKeys.percentile(99)
            run.figures[.pluginKeyMax] = tally.pluginKeys.longest
        }
        return run
    }

    /// Brings the callers to all places in the call at which a prompt plays: nothing hurries them there.
    private func spread() async {
        let places = callers.steps.indices.filter { callers.steps[$0].beginsWhilePromptPlays }
        guard !places.isEmpty else { return }
        await drive(0..<callers.count) { number, caller, _ in
            caller.isOnTheWay(to: places[number % places.count])
        }
    }

    /// Takes one step after another, each of the next caller, at moments that no answer changes. They lie as those of
    /// people who know nothing of each other: a Poisson process, in which several often come close together.
    private func press(times: Int, every nanoseconds: Double, listening: UInt64) async {
        let begin = DispatchTime.now().uptimeNanoseconds + 10_000_000
        callers.beginListening(before: begin, over: listening)
        var elapsed = 0.0
        for time in 0..<times {
            elapsed -= log(Double.random(in: Double.ulpOfOne...1)) * nanoseconds
            let due = begin + UInt64(elapsed)
            Self.sleep(until: due)
            if let step = callers.nextOnTime(of: time % callers.count, due: due, listening: listening) {
                await host.post(step.arrival)
            }
        }
    }

    /// Blocks its thread.
    private static func sleep(until due: UInt64) {
        let now = DispatchTime.now().uptimeNanoseconds
        guard due > now else { return }
        var time = timespec(tv_sec: Int((due - now) / 1_000_000_000), tv_nsec: Int((due - now) % 1_000_000_000))
        nanosleep(&time, nil)
    }

    /// Waits for the last answers.
    private func awaitAnswers() async {
        for _ in 0..<150 where callers.waiting > 0 { try? await Task.sleep(for: .milliseconds(100)) }
        callers.failWaiting()
    }
}

extension Rehearsal.Step {
    /// Whether the caller waits for the end of a prompt before.
    var beginsWhilePromptPlays: Bool {
        if case .played = event { true } else { false }
    }
}
