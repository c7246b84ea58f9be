import CJavaScriptCore
import Foundation

/// Stops evaluations that take too much CPU time or memory.
final class ExecutionLimiter {
    /// How much the process may grow during one evaluation, in bytes. It is looked at between the instructions of a
    /// script only, so a single native call can go beyond it.
    private static let growthLimit = 768 << 20
    /// The CPU time in seconds of an evaluation after which memory is looked at.
    private static let longTime = 0.02
    /// How much the process may have grown before the machine is given up to have the memory back.
    private static let spentGrowth = 128 << 20

    /// Whether the running evaluation was stopped.
    private(set) var isTripped = false
    /// Whether the machine should be replaced.
    private(set) var isSpent = false

    private let group: JSContextGroupRef
    private let timeLimit: Double
    private let slice: Double
    private var start = 0.0
    /// Whether text of a flow may be running: the prelude and the parser are never stopped.
    private var isRunning = false
    /// The size of the process when it was looked at after an evaluation.
    private var lastSize: Int
    /// The size of the process when the running evaluation was first looked at.
    private var startSize: Int?

    init(group: JSContextGroupRef, timeLimit: Double) {
        self.group = group
        self.timeLimit = timeLimit
        slice = max(0.001, min(0.05, timeLimit / 4))
        lastSize = Self.residentSize()
        arm()
    }

    /// Begins an evaluation.
    func begin() {
        isRunning = true
        isTripped = false
        startSize = nil
        start = Self.processorTime()
    }

    /// Begins the time anew, while the evaluation goes on.
    func resume() { start = Self.processorTime() }

    /// Ends what begins with `begin`.
    func finish() { isRunning = false }

    /// Looks at an evaluation that has returned.
    /// - Returns: whether it was stopped, or should have been: a single native call cannot be.
    func overran() -> Bool {
        let time = Self.processorTime() - start
        if time > timeLimit { isTripped = true }
        if time > Self.longTime {
            let size = Self.residentSize()
            if size - lastSize > Self.spentGrowth { isSpent = true }
            lastSize = size
        }
        return isTripped
    }

    /// Armed once, and again whenever it rings; it is never cleared between evaluations.
    private func arm() {
        JSContextGroupSetExecutionTimeLimit(
            group, slice,
            { _, data in
                guard let data else { return false }
                return Unmanaged<ExecutionLimiter>.fromOpaque(data).takeUnretainedValue().rings()
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    private func rings() -> Bool {
        arm()
        guard isRunning else { return false }
        let size = Self.residentSize()
        let growth = size - (startSize ?? size)
        if startSize == nil { startSize = size }
        if Self.processorTime() - start > timeLimit || growth > Self.growthLimit { isTripped = true }
        return isTripped
    }

    /// The CPU time of this thread, in seconds.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// The resident memory of the process, in bytes.
    private static func residentSize() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
    }
}
