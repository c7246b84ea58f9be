import CallControl
import DialogMachines
import Expressions
import Grammars
import OrderedCollections

/// `<transfer>` (VoiceXML 2.0 2.3.7, 2.1 8).
extension Interpreter {
    mutating func visit(transfer entry: TransferEntry) throws(DialogEvent) {
        guard isLineUp else { return end(.hangup) }
        try activate()
    }

    /// Its grammars are there: the caller hears the prompts and is connected.
    mutating func begin(transfer entry: TransferEntry, _ grammars: [ActiveGrammar]) throws(DialogEvent) {
        let dest = try text(of: entry.dest)
        try TransferDestination.check(dest)
        let aai = try entry.aai.map { aai throws(DialogEvent) in try text(of: aai) }
        let audio = try entry.transferaudio.flatMap { audio throws(DialogEvent) in try playable(audio) }
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
            pending.input = try listening(to: grammars)
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

    // MARK: - Keys during a bridge

    /// A key while the caller talks: one that completes a match ends the bridge, others mean nothing.
    mutating func press(_ key: DTMFKey, during transfer: PendingTransfer) {
        guard let input = transfer.input, input.settings.takesKeys, transfer.endedBy == nil else {
            return state.keys.refuse()
        }
        state.keys.use(sensitively: input.settings.isSensitive)
        do throws(DialogEvent) {
            try act(on: try hear(key, input), during: transfer, input)
        } catch {
            dispatch(error)
            run()
        }
    }

    /// The caller pauses between keys.
    mutating func pauseInKeys(of transfer: PendingTransfer) throws(DialogEvent) {
        guard let input = transfer.input else { return }
        try act(on: try heardUpToPause(input), during: transfer, input)
    }

    private mutating func act(
        on heard: HeardKeys, during transfer: PendingTransfer, _ input: Collection
    ) throws(DialogEvent) {
        var transfer = transfer
        switch heard {
        case .unfinished(let input): transfer.input = input
        case .unmatched: transfer.input = try begunAnew(input)
        case .matched(let matched):
            transfer.endedBy = matched
            if state.prompts.current?.bargeintype == .speech { stopPrompts() }
            emit(.stopTransfer(transfer.id))
        }
        state.control = .transferring(transfer)
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
        if let input = transfer.endedBy {
            _ = try interpret(input, try matches(of: input))
            shadow["inputmode"] = .string("dtmf")
            shadow["utterance"] = .string(input.keys.text)
        }
        fill(index, with: .string(outcome.kind.rawValue))
        setShadowVariable(of: index, .object(state.heap.allocate(HeapObject(.plain, properties: shadow))))
        try executeFilled(after: [index])
    }
}
