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
    /// `fetchaudiodelay`, then `fetchaudiominimum`.
    case fetchaudio
    /// The time limit of a plugin's method.
    case plugin
    /// The longest that a call may last.
    case callTime
}

struct TimerTable: Hashable, Codable, Sendable {
    // No dictionary: every call has such a table, and every event looks at it.
    private var interdigit: CallInstant?
    private var termination: CallInstant?
    private var noinput: CallInstant?
    private var fetch: CallInstant?
    private var fetchaudio: CallInstant?
    private var plugin: CallInstant?
    private var callTime: CallInstant?

    subscript(kind: TimerKind) -> CallInstant? {
        get {
            switch kind {
            case .interdigit: interdigit
            case .termination: termination
            case .noinput: noinput
            case .fetch: fetch
            case .fetchaudio: fetchaudio
            case .plugin: plugin
            case .callTime: callTime
            }
        }
        set {
            switch kind {
            case .interdigit: interdigit = newValue
            case .termination: termination = newValue
            case .noinput: noinput = newValue
            case .fetch: fetch = newValue
            case .fetchaudio: fetchaudio = newValue
            case .plugin: plugin = newValue
            case .callTime: callTime = newValue
            }
        }
    }

    /// The timer that fires next.
    var next: (kind: TimerKind, deadline: CallInstant)? { earliest(besidesCallTime: false) }

    /// When the next timer fires, leaving out the limit on the whole call.
    var nextBesidesCallTime: CallInstant? { earliest(besidesCallTime: true)?.deadline }

    /// Stops every timer of an input.
    mutating func stopInput() {
        interdigit = nil
        termination = nil
        noinput = nil
    }

    mutating func stopAll() { self = TimerTable() }

    /// Of timers due at one moment the first in the order of kinds.
    private func earliest(besidesCallTime: Bool) -> (kind: TimerKind, deadline: CallInstant)? {
        var earliest: (kind: TimerKind, deadline: CallInstant)?
        for kind in TimerKind.allCases where !(besidesCallTime && kind == .callTime) {
            if let deadline = self[kind], deadline < earliest?.deadline ?? CallInstant(milliseconds: .max) {
                earliest = (kind, deadline)
            }
        }
        return earliest
    }

    /// The deadlines as seen from `now`, for `Situation`; the limit on the whole call left out.
    func relative(to now: CallInstant) -> [TimerKind: CallDuration] {
        var relative: [TimerKind: CallDuration] = [:]
        for kind in TimerKind.allCases where kind != .callTime { relative[kind] = self[kind].map { $0 - now } }
        return relative
    }
}
