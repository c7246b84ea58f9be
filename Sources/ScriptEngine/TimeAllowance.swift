import Expressions
import Glibc

/// The time that all evaluations of one event together may take: many that each stay below the limit would otherwise
/// hold up a lane for long.
struct TimeAllowance {
    private let seconds: Double
    private let clock: clockid_t
    private var spent = 0.0
    private var began = 0.0

    /// - Parameter clock: by default the CPU time of the thread.
    init(seconds: Double, clock: clockid_t = CLOCK_THREAD_CPUTIME_ID) {
        self.seconds = seconds
        self.clock = clock
    }

    /// Starts from nothing.
    mutating func renew() { spent = 0 }

    /// An evaluation begins.
    mutating func begin() throws(ScriptFailure) {
        guard spent < seconds else {
            throw ScriptFailure(.limit, "the scripts of one event together took more than \(seconds) s")
        }
        began = now
    }

    mutating func end() { spent += now - began }

    /// In seconds.
    private var now: Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
