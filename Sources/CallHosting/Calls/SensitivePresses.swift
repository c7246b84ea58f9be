import CallControl
import FormInterpreter

/// The keys of an event, and whether a sensitive field takes them. A key can end the input before: only when it has
/// been handled is it known where it went.
struct SensitivePresses {
    private let count: Int
    private let wasCollectingSensitively: Bool
    private let usedBefore: Int

    /// - Parameter session: as it is before the event.
    init(_ event: CallEvent, _ session: Session) {
        if case .keys(let keys) = event { count = keys.count } else { count = 0 }
        wasCollectingSensitively = session.isCollectingSensitively
        usedBefore = count == 0 ? 0 : session.sensitiveKeys.count
    }

    /// - Parameter session: as it is after the event.
    func areSensitive(to session: Session) -> Bool {
        guard count > 0 else { return false }
        return wasCollectingSensitively || session.sensitiveKeys.count - usedBefore >= count
    }
}
