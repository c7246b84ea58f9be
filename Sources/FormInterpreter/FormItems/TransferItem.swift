import CallControl
import DialogMachines
import Expressions
import Grammars
import OrderedCollections

/// `<transfer>` (VoiceXML 2.0 2.3.7, 2.1 8).
extension Interpreter {
    mutating func visit(transfer entry: TransferEntry, _ index: Int) throws(DialogEvent) {
        guard isLineUp else { return end(.hangup) }
        try activate(index)
    }

    /// Its grammars are there: the caller hears the prompts and is connected.
    mutating func begin(transfer entry: TransferEntry, _ grammars: [ActiveGrammar]) throws(DialogEvent) {
        let dest = try text(of: entry.dest)
        guard let colon = dest.firstIndex(of: ":"), colon > dest.startIndex, dest.index(after: colon) < dest.endIndex
        else { throw DialogEvent("error.connection.baddestination", "'\(dest)' is no URI that can be called") }
        let aai = try entry.aai.map { aai throws(DialogEvent) in try text(of: aai) }
        let audio = try entry.transferaudio.map { audio throws(DialogEvent) in try resolve(audio) }
        let connecttimeout = try connecttimeout(of: entry)
        let whisper = try known(entry.whisper).map { whisper throws(DialogEvent) in try text(of: whisper) }
        let attach = try known(entry.attach).map { attach throws(DialogEvent) in try json(of: attach) }
        flushPrompts()
        let id: TransferID = state.serials.next(\.transfer)
        emit(
            .transfer(
                Transfer(
                    transfer: id, dest: dest, kind: entry.kind,
                    connecttimeout: connecttimeout, maxtime: entry.maxtime ?? .zero, transferaudio: audio, aai: aai,
                    whisper: whisper, attach: attach)))
        var pending = PendingTransfer(id: id, kind: entry.kind)
        if entry.kind != .blind, !grammars.isEmpty {
            pending.input = try transferInput(grammars)
        }
        state.keys.removeAll()
        state.control = .transferring(pending)
    }

    private mutating func connecttimeout(of entry: TransferEntry) throws(DialogEvent) -> CallDuration {
        guard let value = try known(entry.connecttimeoutexpr) else { return entry.connecttimeout ?? .seconds(20) }
        let text = try text(of: value)
        guard let time = CallDuration(timeDesignation: text) else {
            throw DialogEvent("error.semantic", "connecttimeoutexpr: '\(text)' is no time such as 20s")
        }
        return time
    }

    /// The value of an expression; nil when there is none, or it is undefined or null.
    private mutating func known(_ expression: Expression?) throws(DialogEvent) -> Value? {
        guard let expression else { return nil }
        let value = try evaluate(expression)
        return value == .undefined || value == .null ? nil : value
    }

    private func transferInput(_ grammars: [ActiveGrammar]) throws(DialogEvent) -> Collection {
        let settings = Collection.Settings(
            timeout: .zero, interdigittimeout: duration("interdigittimeout", default: .seconds(3)),
            termtimeout: .zero, termchar: nil, takesKeys: true, isSensitive: flag("dialtone.sensitive", default: false))
        return Collection(grammars: grammars, matcher: try activeGrammars(of: grammars).start, settings: settings)
    }

    // MARK: - Keys during a bridge

    /// A key while the caller talks: one that completes a match ends the bridge, others mean nothing.
    mutating func press(_ key: DTMFKey, during transfer: PendingTransfer) {
        guard var input = transfer.input, transfer.endedBy == nil else { return state.keys.refuse() }
        state.keys.use(sensitively: input.settings.isSensitive)
        var transfer = transfer
        do throws(DialogEvent) {
            let active = try activeGrammars(of: input.grammars)
            input.matcher = active.step(input.matcher, key)
            input.keys.append(key)
            state.timers[.interdigit] = nil
            switch active.standing(input.matcher) {
            case .noMatch:
                input.keys = []
                input.matcher = active.start
            case .partial, .canGrow:
                state.timers[.interdigit] = state.now + input.settings.interdigittimeout
            case .complete:
                return endBridge(transfer, input)
            }
            transfer.input = input
            state.control = .transferring(transfer)
        } catch {
            dispatch(error)
            run()
        }
    }

    /// The caller pauses between keys of a bridge.
    mutating func bridgeTimerFired() throws(DialogEvent) {
        guard case .transferring(var transfer) = state.control, var input = transfer.input else { return }
        let active = try activeGrammars(of: input.grammars)
        if active.standing(input.matcher) == .canGrow { return endBridge(transfer, input) }
        input.keys = []
        input.matcher = active.start
        transfer.input = input
        state.control = .transferring(transfer)
    }

    private mutating func endBridge(_ transfer: PendingTransfer, _ input: Collection) {
        var transfer = transfer
        transfer.endedBy = input.keys
        state.control = .transferring(transfer)
        emit(.stopTransfer(transfer.id))
    }

    // MARK: - Outcome

    mutating func transferred(_ outcome: TransferOutcome, for transfer: PendingTransfer) throws(DialogEvent) {
        state.timers.stopInput()
        state.prompts.playing = []
        state.control = .selecting
        switch outcome.kind {
        case .error:
            throw DialogEvent(outcome.event ?? "error.connection", outcome.reason)
        case .answered:
            releaseLine(.transfer)
            throw DialogEvent("connection.disconnect.transfer", "the caller has been transferred")
        default:
            try fillTransfer(outcome, transfer)
        }
    }

    private mutating func fillTransfer(
        _ outcome: TransferOutcome, _ transfer: PendingTransfer
    ) throws(DialogEvent) {
        guard let index = context?.form.item else { return }
        var shadow: OrderedDictionary<ECMAString, Value> = [
            "duration": .number(Double(outcome.duration?.milliseconds ?? 0) / 1000)
        ]
        if let keys = transfer.endedBy {
            shadow["inputmode"] = .string("dtmf")
            shadow["utterance"] = .string(keys.text)
        }
        fill(index, with: .string(outcome.kind.rawValue))
        setShadowVariable(of: index, .object(state.heap.allocate(HeapObject(.plain, properties: shadow))))
        try executeFilled(after: [index])
    }
}
