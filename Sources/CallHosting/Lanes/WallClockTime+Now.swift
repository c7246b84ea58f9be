package import CallControl
import Glibc

extension WallClockTime {
    /// The machine's time, in its own zone.
    package static var now: WallClockTime {
        var clock = timespec()
        clock_gettime(CLOCK_REALTIME, &clock)
        var seconds = clock.tv_sec
        var local = tm()
        localtime_r(&seconds, &local)
        return WallClockTime(
            epochMilliseconds: clock.tv_sec * 1000 + clock.tv_nsec / 1_000_000, zoneOffsetSeconds: Int(local.tm_gmtoff))
    }
}
