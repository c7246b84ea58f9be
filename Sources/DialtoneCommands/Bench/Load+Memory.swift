import CMalloc
import CallControl
import FlowTesting
import Foundation

extension Load {
    /// Brings every caller to the prompt before the last key, and looks at what the process has grown by.
    func measureMemory() async -> BenchRun {
        await warmUp()
        let before = await ProcessMemory.settled()
        let place = waitingPlace
        // Some at a time, as callers come: the memory of plugin calls that were all on at once would stay scattered.
        for first in stride(from: 0, to: callers.count, by: 100) {
            await drive(first..<min(first + 100, callers.count)) { _, caller, _ in caller.isOnTheWay(to: place) }
        }
        let after = await ProcessMemory.settled()
        let tally = callers.tally
        var run = BenchRun(tally)
        run.calls = callers.count
        run.figures[.bytesPerWaitingCall] = Double(after - before) / Double(callers.count)
        return run
    }

    /// The step before which the callers wait.
    private var waitingPlace: Int {
        let steps = callers.steps
        let lastKey = steps.lastIndex { if case .keys = $0.event { true } else { false } } ?? steps.count
        return steps[..<lastKey].lastIndex { $0.beginsWhilePromptPlays } ?? lastKey
    }
}

/// The resident memory of the process.
enum ProcessMemory {
    /// In bytes, when what is free has been given back.
    static func settled() async -> Int {
        try? await Task.sleep(for: .seconds(1))
        malloc_trim(0)
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(getpagesize()) : 0
    }
}
