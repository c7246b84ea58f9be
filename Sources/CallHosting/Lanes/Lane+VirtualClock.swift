import CallControl
import FormInterpreter

// Events one after another, each answered before the next.
extension Lane {
    /// Handles events in their order, and says what they led to.
    func handle(_ arrivals: [Arrival]) async -> [CallOutput] {
        var outputs: [CallOutput] = []
        for arrival in arrivals {
            if Task.isCancelled { break }
            outputs += await exchange(arrival)
        }
        return outputs
    }

    /// Hangs up one call.
    func hangUp(_ id: String) async -> [CallOutput] {
        await exchange(Arrival(id, .hangup(reason: nil)))
    }

    /// The calls in progress in the order of their beginning.
    var callsInOrder: [String] { calls.values.sorted { $0.serial < $1.serial }.map(\.id) }

    private func exchange(_ arrival: Arrival) async -> [CallOutput] {
        let call: Call
        switch claim(arrival) {
        case .success(let found): call = found
        case .failure(let refusal): return [refusal.output]
        }
        let instant = arrival.at ?? call.state.now
        guard instant >= call.state.now else { return [arrival.refusal("'at' is before the call's last event").output] }
        // Only when time passes can more than the event itself have happened.
        let before = call.nextDeadline.map { $0 <= instant } == true ? call.state : nil
        do throws(ProtocolViolation) {
            await advance(call, to: instant)
            if case .event(let event) = arrival.occurrence, !call.isEnded {
                try call.accept(event, at: instant)
                await finishAsking(of: call)
            } else if !call.isEnded {
                call.state.now = instant
            }
        } catch {
            if let before { call.restore(before) }
            if case .event(.call) = arrival.occurrence { abandon(call) }
            return [arrival.refusal(error.message).output]
        }
        if call.isEnded, let farewell = call.takeFarewell() { note(await farewell.run()) }
        var outputs = settle(call)
        if !call.isEnded, let rest = call.rest { outputs.append(.wait(call: call.id, rest)) }
        return outputs
    }

    /// The call that an event is for; a new one for a `call`.
    private func claim(_ arrival: Arrival) -> Result<Call, Refusal> {
        if case .event(.call(let start)) = arrival.occurrence {
            guard directory.claim(arrival.call) != nil else { return .failure(arrival.inProgress) }
            return .success(open(arrival.call, start))
        }
        guard let call = calls[ExactString(arrival.call)] else { return .failure(arrival.notInProgress) }
        return .success(call)
    }

    /// Lets all that is due by that moment happen, each thing at its own time.
    private func advance(_ call: Call, to instant: CallInstant) async {
        while let deadline = call.nextDeadline, deadline <= instant, !call.isEnded {
            call.fire(at: deadline)
            await finishAsking(of: call)
        }
    }

    /// Servers and plugins take no time here: each answers before anything else happens.
    private func finishAsking(of call: Call) async {
        while true {
            if let fetch = call.nextFetch() {
                call.answer(await fetch.run(), at: call.state.now)
            } else if let invocation = call.nextInvocation() {
                call.answer(invocation.invoke.invocation, await invocation.run(), at: call.state.now)
            } else {
                return
            }
        }
    }
}
