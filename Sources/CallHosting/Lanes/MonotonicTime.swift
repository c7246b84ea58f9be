import CallControl
import Dispatch

/// A moment on the machine's monotonic clock.
struct MonotonicTime: Comparable, Hashable, Sendable {
    var nanoseconds: UInt64

    static var now: MonotonicTime { MonotonicTime(nanoseconds: DispatchTime.now().uptimeNanoseconds) }

    var dispatchTime: DispatchTime { DispatchTime(uptimeNanoseconds: nanoseconds) }

    static func < (left: Self, right: Self) -> Bool { left.nanoseconds < right.nanoseconds }

    /// Of a call that arrived at this moment: the moment at which its own time is `instant`.
    func at(_ instant: CallInstant) -> MonotonicTime {
        // A hundred years: beyond any process, below any overflow.
        let milliseconds = UInt64(clamping: min(instant.milliseconds, 3_155_760_000_000))
        return MonotonicTime(nanoseconds: nanoseconds + milliseconds * 1_000_000)
    }

    func nanoseconds(since earlier: MonotonicTime) -> Int {
        nanoseconds > earlier.nanoseconds ? Int(clamping: nanoseconds - earlier.nanoseconds) : 0
    }

    func advanced(by nanoseconds: Int) -> MonotonicTime {
        MonotonicTime(nanoseconds: UInt64(clamping: Int(clamping: self.nanoseconds) + nanoseconds))
    }

    /// Of a call that arrived at this moment: its own time at a later one.
    func instant(of later: MonotonicTime) -> CallInstant {
        CallInstant(milliseconds: later < self ? 0 : Int((later.nanoseconds - nanoseconds) / 1_000_000))
    }
}
