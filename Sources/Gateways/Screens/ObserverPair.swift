import CallControl
import CallHosting

/// Two observers as one.
struct ObserverPair: CallObserver {
    let first: any CallObserver
    let second: (any CallObserver)?

    func record(call: String, event: CallEvent, at: CallInstant, isSensitive: Bool) {
        first.record(call: call, event: event, at: at, isSensitive: isSensitive)
        second?.record(call: call, event: event, at: at, isSensitive: isSensitive)
    }

    func record(call: String, command: CallCommand, at: CallInstant) {
        first.record(call: call, command: command, at: at)
        second?.record(call: call, command: command, at: at)
    }

    func ended(_ record: CallRecord) {
        first.ended(record)
        second?.ended(record)
    }
}
