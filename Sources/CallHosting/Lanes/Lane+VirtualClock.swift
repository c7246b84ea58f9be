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

    /// Hangs up all calls. Each has heard of it before the first of them waits for anything, and they wait together.
    /// - Parameter said: gets what each call had to say, with its serial number, when it has no more to say.
    func hangUpAll(_ said: @escaping @Sendable ([CallOutput], Int) -> Void) async {
        let left = callsInOrder
        for call in left {
            do throws(ProtocolViolation) {
                try call.accept(.hangup(reason: nil), at: call.state.now)
            } catch {
                call.complain(error.message)
            }
        }
        await withTaskGroup(of: Void.self) { group in
            for (id, serial) in left.map({ ($0.id, $0.serial) }) {
                group.addTask { said(await self.conclude(id, serial), serial) }
            }
        }
    }

    /// Lets a call that has been hung up come to its end.
    private func conclude(_ id: String, _ serial: Int) async -> [CallOutput] {
        guard let call = calls[ExactString(id)], call.serial == serial else { return [] }
        return await finishAsking(of: call) ? await report(call) : []
    }

    /// The calls in progress in the order of their beginning.
    var callsInOrder: [Call] { calls.values.sorted { $0.serial < $1.serial } }

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
            guard await advance(call, to: instant) else { return [] }
            if case .event(let event) = arrival.occurrence, !call.isEnded {
                try call.accept(event, at: instant)
                guard await finishAsking(of: call) else { return [] }
            } else if !call.isEnded {
                call.state.now = instant
            }
        } catch {
            if let before { call.restore(before) }
            if case .event(.call) = arrival.occurrence { abandon(call) }
            return [arrival.refusal(error.message).output]
        }
        return await report(call)
    }

    /// What a call had to say up to its rest or its end, of which plugins know then.
    private func report(_ call: Call) async -> [CallOutput] {
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
    /// - Returns: see `finishAsking`.
    private func advance(_ call: Call, to instant: CallInstant) async -> Bool {
        while let deadline = call.nextDeadline, deadline <= instant, !call.isEnded {
            call.fire(at: deadline)
            guard await finishAsking(of: call) else { return false }
        }
        return true
    }

    /// Servers and plugins take no time here: each answers before anything else happens.
    /// - Returns: false when the task was cancelled meanwhile. The flow has no answer then: the gateway is gone, and all
    ///   calls are hung up.
    private func finishAsking(of call: Call) async -> Bool {
        while true {
            if let fetch = call.nextFetch() {
                let reply = await fetch.run()
                if Task.isCancelled { return false }
                call.answer(reply, at: call.state.now)
            } else if let invocation = call.nextInvocation() {
                let answer = await invocation.run()
                if Task.isCancelled { return false }
                call.answer(invocation.invoke.invocation, answer, at: call.state.now)
            } else {
                return true
            }
        }
    }
}
