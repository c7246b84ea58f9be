import CallControl
import FormInterpreter

// Events as they come, and timers by the machine's monotonic clock.
extension Lane {
    /// A call has arrived and has its place in the directory.
    func begin(_ arrival: Arrival, _ start: CallStart, at posted: LaneMoment) {
        if isGivenUp {
            directory.release(arrival.call)
            return say([.command(call: arrival.call, .end(End(how: .hangup)))])
        }
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
    func receive(_ arrival: Arrival, at posted: LaneMoment) {
        guard let call = calls[ExactString(arrival.call)], let begun = arrivals[call.serial]?.at else {
            return say([arrival.notInProgress.output])
        }
        if let at = arrival.at, at < call.lastTold {
            return say([arrival.refusal("'at' is before the call's last event").output])
        }
        let instant = instant(of: call, at: posted, since: begun, told: arrival.at)
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
    func returned(_ reply: PluginReply, at moment: LaneMoment) {
        receive(reply.call, reply.serial, at: moment) { $0.answer(reply.invocation, reply.answer, at: $1) }
    }

    /// A server has answered, or has not.
    func fetched(_ reply: FetchReply, at moment: LaneMoment) {
        receive(reply.call, reply.serial, at: moment) { $0.answer(reply, at: $1) }
    }

    /// Hands something to the call that asked for it, if it is still there.
    private func receive(
        _ id: String, _ serial: Int, at moment: LaneMoment, _ answer: (Call, CallInstant) -> Void
    ) {
        guard let call = calls[ExactString(id)], call.serial == serial, let begun = arrivals[serial]?.at else { return }
        let instant = instant(of: call, at: moment, since: begun)
        fireTimers(of: call, by: instant)
        if !call.isEnded { answer(call, instant) }
        carryOn(call)
    }

    /// The gateway is gone. While nobody takes what calls say, no timer adds to it: their time ends with their last event.
    func hangUpAll() {
        let now = clock.now
        for call in callsInOrder {
            if !room.isThere() { standStill(call, until: now) }
            receive(Arrival(call.id, .hangup(reason: nil)), at: now)
        }
    }

    /// Passes over the time since the call's last event, and the timers in it.
    private func standStill(_ call: Call, until now: LaneMoment) {
        guard let begun = arrivals[call.serial]?.at else { return }
        arrivals[call.serial]?.at = begun.delayed(by: begun.time.instant(of: now.time) - call.state.now)
    }

    /// Takes back a call that never began.
    func abandon(_ call: Call) {
        calls[ExactString(call.id)] = nil
        arrivals[call.serial] = nil
        directory.release(call.id)
    }

    /// The call's own time at a moment.
    /// - Parameter told: what the gateway says, who knows of no pause.
    private func instant(
        of call: Call, at moment: LaneMoment, since begun: LaneMoment, told: CallInstant? = nil
    ) -> CallInstant {
        call.stoodStill = clock.now.pause(since: begun)
        let pause = moment.pause(since: begun).milliseconds
        return Call.instant(
            told: told.map { CallInstant(milliseconds: max(0, $0.milliseconds - pause)) },
            measured: begun.time.instant(of: moment.time), notBefore: call.state.now)
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
        deadlines.set(call.nextDeadline.map(begun.time.at), for: call.serial)
        setAlarm()
    }

    private func finish(_ call: Call, refusing arrival: Arrival) {
        carryOn(call)
        say([arrival.notInProgress.output])
    }

    private func say(_ outputs: [CallOutput]) {
        guard !outputs.isEmpty, !directory.isClosed else { return }
        sink(outputs)
        if !room.isThere() { pause() }
    }

    func setAlarm() {
        let alarm = self.alarm ?? Alarm(on: executor.queue) { [weak self] in self?.assumeIsolated { $0.wake() } }
        self.alarm = alarm
        alarm.set(for: deadlines.earliest.map(clock.machineTime))
    }

    /// The alarm rings. Keys that were posted before and are not handled yet come first.
    private func wake() {
        let now = clock.now
        enqueue { $0.fireTimers(by: now) }
    }

    private func fireTimers(by now: LaneMoment) {
        alarm?.reset()
        while room.isThere(), let serial = deadlines.popDue(by: now.time) {
            guard let (call, begun) = arrivals[serial] else { continue }
            fireTimers(of: call, by: instant(of: call, at: now, since: begun))
            carryOn(call)
        }
        if room.isThere() { setAlarm() } else { pause() }
    }
}

extension Call {
    /// When something happened: the gateway's word refines the spacing of keys within two seconds, else the measured
    /// time counts; never before what has happened already.
    static func instant(told: CallInstant?, measured: CallInstant, notBefore last: CallInstant) -> CallInstant {
        guard let told, abs(told.milliseconds - measured.milliseconds) <= 2000 else { return max(measured, last) }
        return max(told, last)
    }
}
