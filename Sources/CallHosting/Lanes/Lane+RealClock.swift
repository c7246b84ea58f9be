import CallControl
import FormInterpreter

// Events as they come, and timers by the machine's monotonic clock.
extension Lane {
    /// A call has arrived and has its place in the directory.
    func begin(_ arrival: Arrival, _ start: CallStart, at posted: MonotonicTime) {
        let call = open(arrival.call, start)
        arrivals[call.serial] = (call, posted)
        call.lastTold = arrival.at ?? .start
        do throws(ProtocolViolation) {
            try call.accept(.call(start), at: .start)
        } catch {
            abandon(call)
            return say([arrival.refusal(error.message).output])
        }
        carryOn(call)
    }

    /// Something has happened to a call.
    func receive(_ arrival: Arrival, at posted: MonotonicTime) {
        guard let call = calls[ExactString(arrival.call)], let begun = arrivals[call.serial]?.at else {
            return say([arrival.notInProgress.output])
        }
        if let at = arrival.at, at < call.lastTold {
            return say([arrival.refusal("'at' is before the call's last event").output])
        }
        let instant = call.instant(told: arrival.at, measured: begun.instant(of: posted))
        fireTimers(of: call, by: instant)
        guard !call.isEnded else { return finish(call, refusing: arrival) }
        if case .event(let event) = arrival.occurrence {
            do throws(ProtocolViolation) {
                try call.accept(event, at: instant)
            } catch {
                carryOn(call)
                return say([arrival.refusal(error.message).output])
            }
        }
        call.lastTold = arrival.at ?? call.lastTold
        carryOn(call)
    }

    /// A plugin has answered.
    func returned(_ reply: PluginReply) {
        receive(reply.call, reply.serial) { $0.answer(reply.invocation, reply.answer, at: $1) }
    }

    /// A server has answered, or has not.
    func fetched(_ reply: FetchReply) {
        receive(reply.call, reply.serial) { $0.answer(reply, at: $1) }
    }

    /// Hands something to the call that asked for it, if it is still there.
    private func receive(_ id: String, _ serial: Int, _ answer: (Call, CallInstant) -> Void) {
        guard let call = calls[ExactString(id)], call.serial == serial, let begun = arrivals[serial]?.at else { return }
        let instant = call.instant(told: nil, measured: begun.instant(of: .now))
        fireTimers(of: call, by: instant)
        if !call.isEnded { answer(call, instant) }
        carryOn(call)
    }

    /// The gateway is gone.
    func hangUpAll() {
        let now = MonotonicTime.now
        for call in callsInOrder { receive(Arrival(call.id, .hangup(reason: nil)), at: now) }
    }

    /// Takes back a call that never began.
    func abandon(_ call: Call) {
        calls[ExactString(call.id)] = nil
        arrivals[call.serial] = nil
        directory.release(call.id)
    }

    private func fireTimers(of call: Call, by instant: CallInstant) {
        while let deadline = call.nextDeadline, deadline <= instant, !call.isEnded { call.fire(at: deadline) }
    }

    /// Gives the call's words to the sink, what it asks for to servers and plugins, and its next deadline to the alarm.
    private func carryOn(_ call: Call) {
        if !call.isEnded {
            call.startFetch()
            call.startInvocations()
        }
        say(settle(call))
        guard !call.isEnded, let begun = arrivals[call.serial]?.at else { return }
        deadlines.set(call.nextDeadline.map(begun.at), for: call.serial)
        setAlarm()
    }

    private func finish(_ call: Call, refusing arrival: Arrival) {
        carryOn(call)
        say([arrival.notInProgress.output])
    }

    private func say(_ outputs: [CallOutput]) {
        if !outputs.isEmpty, !directory.isClosed { sink(outputs) }
    }

    private func setAlarm() {
        let alarm = self.alarm ?? Alarm(on: executor.queue) { [weak self] in self?.assumeIsolated { $0.wake() } }
        self.alarm = alarm
        alarm.set(for: deadlines.earliest)
    }

    /// The alarm rings. Keys that were posted before and are not handled yet come first.
    private func wake() {
        let now = MonotonicTime.now
        enqueue { $0.fireTimers(by: now) }
    }

    private func fireTimers(by now: MonotonicTime) {
        alarm?.reset()
        while let serial = deadlines.popDue(by: now) {
            guard let (call, begun) = arrivals[serial] else { continue }
            fireTimers(of: call, by: begun.instant(of: now))
            carryOn(call)
        }
        setAlarm()
    }
}

extension Call {
    fileprivate func instant(told: CallInstant?, measured: CallInstant) -> CallInstant {
        Call.instant(told: told, measured: measured, notBefore: state.now)
    }

    /// When something happened: the gateway's word refines the spacing of keys within two seconds, else the measured
    /// time counts; never before what has happened already.
    static func instant(told: CallInstant?, measured: CallInstant, notBefore last: CallInstant) -> CallInstant {
        guard let told, abs(told.milliseconds - measured.milliseconds) <= 2000 else { return max(measured, last) }
        return max(told, last)
    }
}
