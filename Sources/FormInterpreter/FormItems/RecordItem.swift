import CallControl
import DialogMachines
import Expressions
import Grammars
import OrderedCollections

/// `<record>` (VoiceXML 2.0 2.3.6).
extension Interpreter {
    private static let defaultMaxtime = CallDuration.seconds(300)
    private static let defaultFinalsilence = CallDuration.seconds(3)

    mutating func visit(record entry: RecordEntry) throws(DialogEvent) {
        guard isLineUp else { return end(.hangup) }
        try RecordingFormat.check(entry.type)
        try activate()
    }

    /// Its grammars are there: the caller hears the prompts and is recorded. Keys pressed before mean nothing to it: a
    /// habitual `#` would end it at once.
    mutating func begin(record entry: RecordEntry, _ grammars: [ActiveGrammar]) throws(DialogEvent) {
        let input = try listening(to: grammars)
        let type = entry.type ?? RecordingFormat.standard
        if state.prompts.playing.isEmpty { state.prompts.mark = nil }
        state.prompts.timeout = nil
        flushPrompts()
        state.keys.removeAll()
        let id: RecordID = state.serials.next(\.record)
        emit(
            .record(
                Record(
                    record: id, beep: entry.beep, maxtime: entry.maxtime ?? Self.defaultMaxtime,
                    finalsilence: entry.finalsilence ?? Self.defaultFinalsilence, timeout: input.settings.timeout,
                    dtmfterm: entry.dtmfterm, type: type)))
        state.control = .recording(PendingRecording(id: id, type: type, input: input, dtmfterm: entry.dtmfterm))
    }

    // MARK: - Keys

    mutating func press(_ key: DTMFKey, during recording: PendingRecording) {
        guard recording.input.settings.takesKeys, recording.endedBy == nil else { return state.keys.refuse() }
        state.keys.use(sensitively: recording.input.settings.isSensitive)
        var recording = recording
        recording.hasNotBegun = recording.hasNotBegun || !state.prompts.playing.isEmpty
        if state.prompts.current?.bargeintype == .speech { stopPrompts() }
        do throws(DialogEvent) {
            try act(on: try hear(key, recording.input), during: recording)
        } catch {
            dispatch(error)
            run()
        }
    }

    /// The caller pauses between keys.
    mutating func pauseInKeys(of recording: PendingRecording) throws(DialogEvent) {
        try act(on: try heardUpToPause(recording.input), during: recording)
    }

    private mutating func act(on heard: HeardKeys, during recording: PendingRecording) throws(DialogEvent) {
        var recording = recording
        switch heard {
        case .unfinished(let input):
            recording.hasNotBegun = false
            recording.input = input
        case .matched(let input): recording.endedBy = .input(input)
        case .unmatched(let keys):
            if recording.dtmfterm, let key = keys.last {
                recording.endedBy = .key(key)
            } else {
                recording.hasNotBegun = false
                recording.input = try begunAnew(recording.input)
            }
        }
        if recording.endedBy != nil {
            stopPrompts()
            emit(.stopRecord(recording.id))
        }
        state.control = .recording(recording)
    }

    // MARK: - Outcome

    /// The recording is over. What has been recorded fills the item, unless a grammar from elsewhere ended it. Without
    /// a sound nothing is filled: silence is a noinput, and a key leads back to the item.
    mutating func recorded(_ outcome: RecordingOutcome, for recording: PendingRecording) throws(DialogEvent) {
        state.timers.stopInput()
        if let last = state.prompts.playing.last { promptEnded(last.id) }
        state.control = .selecting
        let key = try interpretEnd(of: recording, outcome)
        if case .input(let input) = recording.endedBy, try !isOwn(input) { return try process(input) }
        guard outcome.size != 0, !recording.hasNotBegun else {
            guard recording.endedBy == nil, key == nil else { return }
            throw DialogEvent("noinput", "nothing was recorded")
        }
        try fill(with: outcome, key, of: recording)
    }

    /// Sets `application.lastresult$` when keys ended it.
    /// - Returns: the key of `termchar`.
    private mutating func interpretEnd(
        of recording: PendingRecording, _ outcome: RecordingOutcome
    ) throws(DialogEvent) -> DTMFKey? {
        switch recording.endedBy {
        case .input(let input):
            if try isOwn(input) { _ = try interpret(input, try matches(of: input)) }
            return recording.dtmfterm && input.keys.count == 1 ? input.keys.first : nil
        case .key(let key):
            setLastResult(keys: [key], interpretations: [.string([key].text)])
            return key
        case nil:
            guard let key = outcome.termchar else { return nil }
            setLastResult(keys: [key], interpretations: [.string([key].text)])
            return key
        }
    }

    /// Whether keys match a grammar of the item itself.
    private func isOwn(_ input: MatchedInput) throws(DialogEvent) -> Bool {
        try matches(of: input).first.map { input.grammars[$0.grammar].owner == .item } ?? false
    }

    private mutating func fill(
        with outcome: RecordingOutcome, _ key: DTMFKey?, of recording: PendingRecording
    ) throws(DialogEvent) {
        guard let index = context?.form.item else { return }
        let uri = outcome.uri ?? "recording:\(recording.id.rawValue)"
        state.recordings[uri] = recording.type
        fill(index, with: .string(uri))
        var shadow: OrderedDictionary<ECMAString, Value> = [
            "duration": .number(Double(outcome.duration.milliseconds)),
            "size": outcome.size.map { .number(Double($0)) } ?? .undefined,
            "termchar": key.map { .string([$0].text) } ?? .undefined, "maxtime": .bool(outcome.maxtime),
        ]
        shadow.merge(markProperties) { _, mark in mark }
        setShadowVariable(of: index, .object(state.heap.allocate(HeapObject(.plain, properties: shadow))))
        try executeFilled(after: [index])
    }
}
