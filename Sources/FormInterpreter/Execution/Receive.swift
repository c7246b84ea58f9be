import CallControl
import Expressions

/// The events from outside, and the timers.
extension Interpreter {
    /// An event that can be now.
    mutating func receive(_ event: CallEvent) {
        if case .fetched = event {} else { beginEvent() }
        switch event {
        case .call(let start): begin(start)
        case .keys(let keys): for key in keys { press(key) }
        case .mark(let prompt, let name): markPassed(name, in: prompt)
        case .played(let id):
            promptEnded(id)
            attempt { interpreter throws(DialogEvent) in try interpreter.promptEndedDuringFetch() }
        case .scriptLimit(let evaluation): state.scripts.limited.insert(evaluation)
        case .hangup(let reason): hangup(reason)
        case .fetched(_, let outcome):
            guard case .fetching(let fetch) = state.control else { return }
            attempt { interpreter throws(DialogEvent) in try interpreter.fetched(outcome, for: fetch) }
        case .returned(_, let answer):
            guard case .invoking(let invocation) = state.control else { return }
            attempt { interpreter throws(DialogEvent) in try interpreter.returned(answer, for: invocation) }
        case .transferred(let id, let outcome):
            guard case .transferring(let transfer) = state.control, transfer.id == id else {
                state.abandoned.transfer = nil
                return
            }
            attempt { interpreter throws(DialogEvent) in try interpreter.transferred(outcome, for: transfer) }
        case .recorded(let id, let outcome):
            guard case .recording(let recording) = state.control, recording.id == id else {
                state.abandoned.record = nil
                return
            }
            attempt { interpreter throws(DialogEvent) in try interpreter.recorded(outcome, for: recording) }
        }
    }

    /// A timer is due.
    mutating func timerFired(_ kind: TimerKind) {
        beginEvent()
        attempt { interpreter throws(DialogEvent) in
            switch kind {
            case .interdigit: try interpreter.interdigitTimerFired()
            case .termination, .noinput: try interpreter.inputTimerFired(kind)
            case .fetch: try interpreter.fetchTimedOut()
            case .fetchaudio: try interpreter.fetchAudioTimerFired()
            case .plugin: try interpreter.invocationTimedOut()
            case .callTime: try interpreter.callTimeReached()
            }
        }
    }

    /// What one event from outside may cost counts from here.
    private mutating func beginEvent() {
        state.budget.steps = 0
        world.evaluator.beginEvent()
    }

    /// Does something, lets the flow handle what it throws, and runs on until the call rests.
    private mutating func attempt(_ body: (inout Interpreter) throws(DialogEvent) -> Void) {
        do throws(DialogEvent) {
            try body(&self)
        } catch {
            dispatch(error)
        }
        run()
    }

    /// The caller pauses between keys.
    private mutating func interdigitTimerFired() throws(DialogEvent) {
        switch state.control {
        case .transferring(let transfer): try pauseInKeys(of: transfer)
        case .recording(let recording): try pauseInKeys(of: recording)
        default: try inputTimerFired(.interdigit)
        }
    }

    // MARK: - Beginning and end

    private mutating func begin(_ start: CallStart) {
        state.call = start
        state.random = SeededRandom(seed: start.seed)
        declareSessionVariables(start)
        state.timers[.callTime] = state.now + Budget.defaultCallTime
        requestFirstDocument(start.flow)
    }

    /// The caller has gone, wherever the call is: one event. A second hang-up ends what is still going on.
    private mutating func hangup(_ reason: String?) {
        guard isLineUp else { return end(.hangup) }
        releaseLine(.hangup)
        attempt { _ throws(DialogEvent) in throw DialogEvent("connection.disconnect.hangup", reason) }
    }

    /// The call has lasted as long as calls may.
    private mutating func callTimeReached() throws(DialogEvent) {
        state.timers[.callTime] = state.now + Budget.graceAfterCallTime
        abandonComponent()
        try raise(.calltime, "the call has lasted too long")
    }

    /// Stops a recording or a transfer that the call does not wait for any longer.
    private mutating func abandonComponent() {
        switch state.control {
        case .transferring(let transfer):
            emit(.stopTransfer(transfer.id))
            state.abandoned.transfer = transfer.id
        case .recording(let recording):
            emit(.stopRecord(recording.id))
            state.abandoned.record = recording.id
        default: break
        }
    }

    /// What happens when the call comes to rest: a caller who is gone is not waited for, and what no scope reaches is
    /// dropped.
    mutating func rest() {
        if case .collecting = state.control, !isLineUp { end(.hangup) }
        state.budget.nestedEvents = 0
        limitCallTime()
        collectGarbage()
    }

    /// How long the call may last where it is now: the property may be another in each document and dialog. While a
    /// document is fetched it stays as it was.
    private mutating func limitCallTime() {
        if case .fetching = state.control { return }
        guard state.timers[.callTime] != nil, !state.budget.raised.contains(.calltime) else { return }
        state.timers[.callTime] =
            .start + duration(Budget.Limit.calltime.property, default: Budget.defaultCallTime)
    }

    private mutating func collectGarbage() {
        guard state.heap.hasChanged else { return }
        // No rest: what is fetched is there at once, nearly always.
        if case .fetching = state.control { return }
        state.heap.collect(roots: state.roots)
    }
}

extension SessionState {
    /// All values that the session holds outside the heap.
    var roots: [Value] {
        var roots: [Value] = [.object(sessionScope)]
        for context in contexts {
            roots.append(.object(context.applicationScope))
            roots.append(.object(context.documentScope))
            if let scope = context.dialogScope { roots.append(.object(scope)) }
            for (_, value) in context.form.unnamed.sorted(by: { $0.key < $1.key }) { roots.append(value) }
            for parameter in context.invocation?.parameters ?? [] { roots.append(parameter.value) }
        }
        return roots + control.roots
    }
}

extension Control {
    /// The objects that control itself holds.
    fileprivate var roots: [Value] {
        switch self {
        case .executing(let frame): frame.roots
        case .fetching(let fetch): fetch.purpose.roots
        case .idle, .selecting, .collecting, .invoking, .transferring, .recording, .ended: []
        }
    }
}

extension CodeFrame {
    fileprivate var roots: [Value] { [.object(scope)] + loops.flatMap(\.roots) }
}

extension PendingFetch.Purpose {
    fileprivate var roots: [Value] {
        switch self {
        case .script(let frame), .data(let frame, _): return frame.roots
        case .grammar: return []
        case .document(let transition), .root(let transition, _):
            guard case .subdialog(let invocation) = transition.kind else { return [] }
            return invocation.parameters.map(\.value)
        }
    }
}
