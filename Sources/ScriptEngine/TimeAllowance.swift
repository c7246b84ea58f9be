import Expressions
import Glibc

/// The CPU time that all evaluations of one event together may take: many that each stay below the limit would
/// otherwise hold up a lane for long.
struct TimeAllowance {
    private let seconds: Double
    private var spent = 0.0
    private var began = 0.0

    init(seconds: Double) { self.seconds = seconds }

    /// Starts from nothing.
    mutating func renew() { spent = 0 }

    /// An evaluation begins.
    mutating func begin() throws(ScriptFailure) {
        guard spent < seconds else {
            throw ScriptFailure(.limit, "the scripts of one event together took more than \(seconds) s")
        }
        began = Self.now
    }

    mutating func end() { spent += Self.now - began }

    /// The CPU time of this thread, in seconds.
    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
