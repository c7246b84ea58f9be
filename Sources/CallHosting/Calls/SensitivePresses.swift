import CallControl
import FormInterpreter

/// The keys of an event, and whether they may be shown at once: not when a sensitive field takes them, nor while nobody
/// knows what they are meant for. A key can end the input before: only when it has been handled is it known where it went.
struct SensitivePresses {
    private let areKeys: Bool
    private let mayBeSensitive: Bool
    private let usedBefore: Int

    /// - Parameter session: as it is before the event.
    init(_ event: CallEvent, _ session: Session) {
        if case .keys(let keys) = event { areKeys = !keys.isEmpty } else { areKeys = false }
        mayBeSensitive = session.isCollectingSensitively || !session.isTakingKeys
        usedBefore = areKeys ? session.sensitiveKeys.count : 0
    }

    /// - Parameter session: as it is after the event.
    func areSensitive(to session: Session) -> Bool {
        guard areKeys else { return false }
        return mayBeSensitive || session.holdsKeys || session.sensitiveKeys.count > usedBefore
    }
}
