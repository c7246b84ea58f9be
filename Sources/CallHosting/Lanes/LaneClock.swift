import CallControl
import Synchronization

/// The machine's monotonic clock without the time for which a lane stood still.
final class LaneClock: Sendable {
    private struct State {
        /// Nanoseconds of all pauses that are over.
        var stoodStill = 0
        var stopped: MonotonicTime?
    }

    private let state = Mutex(State())

    var now: LaneMoment {
        state.withLock { state in
            let now = MonotonicTime.now
            let stoodStill = state.stoodStill + (state.stopped.map(now.nanoseconds(since:)) ?? 0)
            return LaneMoment(time: now.advanced(by: -stoodStill), stoodStill: stoodStill)
        }
    }

    var isStopped: Bool { state.withLock { $0.stopped != nil } }

    /// - Returns: false when it stands still already.
    func stop() -> Bool {
        state.withLock { state in
            guard state.stopped == nil else { return false }
            state.stopped = .now
            return true
        }
    }

    func goOn() {
        state.withLock { state in
            guard let stopped = state.stopped else { return }
            state.stoodStill += MonotonicTime.now.nanoseconds(since: stopped)
            state.stopped = nil
        }
    }

    /// When the machine's clock will show what this one shows then, if it does not stand still before.
    func machineTime(of time: MonotonicTime) -> MonotonicTime {
        state.withLock { time.advanced(by: $0.stoodStill) }
    }
}

/// A moment in a lane.
struct LaneMoment: Sendable {
    /// By the lane's clock.
    var time: MonotonicTime
    /// For how many nanoseconds the lane had stood still.
    var stoodStill: Int

    /// For how long the lane has stood still since an earlier moment.
    func pause(since earlier: LaneMoment) -> CallDuration {
        CallDuration(milliseconds: max(0, stoodStill - earlier.stoodStill) / 1_000_000)
    }

    /// As the beginning of a call that has stood still for so much longer.
    func delayed(by pause: CallDuration) -> LaneMoment {
        let nanoseconds = max(0, pause.milliseconds) * 1_000_000
        return LaneMoment(time: time.advanced(by: nanoseconds), stoodStill: stoodStill - nanoseconds)
    }
}
