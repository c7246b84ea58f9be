import CallControl

/// The timers of a call, a slot for each kind. Those due at one instant fire in the order of the kinds.
enum TimerKind: Int, CaseIterable, Hashable, Codable, Sendable {
    /// `interdigittimeout` since the last key.
    case interdigit
    /// `termtimeout` since a match that cannot grow.
    case termination
    /// `timeout` since the prompts ended.
    case noinput
    /// `fetchtimeout`.
    case fetch
    /// The time limit of a plugin's method.
    case plugin
    /// The longest that a call may last.
    case callTime
}

struct TimerTable: Hashable, Codable, Sendable {
    private var deadlines: [TimerKind: CallInstant] = [:]

    subscript(kind: TimerKind) -> CallInstant? {
        get { deadlines[kind] }
        set { deadlines[kind] = newValue }
    }

    /// The timer that fires next.
    var next: (kind: TimerKind, deadline: CallInstant)? {
        deadlines.min { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }.map { ($0.key, $0.value) }
    }

    /// When the next timer fires, leaving out the limit on the whole call.
    var nextBesidesCallTime: CallInstant? {
        deadlines.filter { $0.key != .callTime }.values.min()
    }

    /// Stops every timer of an input.
    mutating func stopInput() {
        for kind in [TimerKind.interdigit, .termination, .noinput] { deadlines[kind] = nil }
    }

    mutating func stopAll() { deadlines = [:] }

    /// The deadlines as seen from `now`, for `Situation`; the limit on the whole call left out.
    func relative(to now: CallInstant) -> [TimerKind: CallDuration] {
        deadlines.filter { $0.key != .callTime }.mapValues { $0 - now }
    }
}
