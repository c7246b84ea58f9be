import CallControl
import DialogMachines
import Grammars

/// An input that is being collected (VoiceXML 2.0 appendix D).
struct Collection: Hashable, Codable, Sendable {
    var grammars: [ActiveGrammar]
    var keys: [DTMFKey] = []
    var matcher: MatcherState
    /// A match that cannot grow waits for a termchar.
    var awaitsTermchar = false
    var settings: Settings

    /// The properties that rule it, as they were when it began.
    struct Settings: Hashable, Codable, Sendable {
        var timeout: CallDuration
        var interdigittimeout: CallDuration
        var termtimeout: CallDuration
        /// nil: none.
        var termchar: DTMFKey?
        /// `inputmodes` has `dtmf`.
        var takesKeys: Bool
        var isSensitive: Bool
    }
}

/// Keys that matched a grammar, on their way to what the grammar is for.
struct MatchedInput: Hashable, Codable, Sendable {
    var keys: [DTMFKey]
    var grammars: [ActiveGrammar]
}

extension Interpreter {
    /// Begins to wait for the caller's keys: the prompts are played, keys pressed before are used.
    mutating func begin(_ grammars: [ActiveGrammar]) throws(DialogEvent) {
        guard isLineUp else { return end(.hangup) }
        switch item?.kind {
        case .transfer(let entry): return try begin(transfer: entry, grammars)
        case .record(let entry): return try begin(record: entry, grammars)
        default: break
        }
        try checkUtteranceFormat()
        guard !grammars.isEmpty else { throw .semantic("no grammar is active here: the caller could say nothing") }
        let listening = try listening(grammars)
        let collection = Collection(
            grammars: listening.grammars, matcher: listening.start, settings: inputSettings)
        state.prompts.timeout = nil
        if state.prompts.playing.isEmpty { state.prompts.mark = nil }
        playPrompts(before: collection)
        state.control = .collecting(collection)
        if state.prompts.playing.isEmpty { startNoinputTimer(collection) }
        try consumeKeys()
    }

    /// A prompt that takes no keys empties the buffer; else keys pressed ahead make the caller hear nothing of those
    /// that they could stop.
    private mutating func playPrompts(before collection: Collection) {
        if state.prompts.queued.contains(where: { !$0.bargein }) {
            state.keys.removeAll(sensitively: collection.settings.isSensitive)
        } else if !state.keys.isEmpty, collection.settings.takesKeys,
            state.prompts.queued.allSatisfy({ $0.bargeintype == .speech })
        {
            state.prompts.queued = []
            if !state.prompts.refusesKeys { stopPrompts() }
        }
        flushPrompts()
    }

    /// As the properties have them, but for the `timeout` of the prompts before the input.
    var inputSettings: Collection.Settings {
        var settings = itemInput?.settings ?? declaredSettings
        settings.timeout = state.prompts.timeout ?? settings.timeout
        return settings
    }

    /// Uses keys from the buffer as long as the input wants them.
    mutating func consumeKeys() throws(DialogEvent) {
        while case .collecting(let collection) = state.control, let key = state.keys.first {
            guard collection.settings.takesKeys else { return state.keys.removeAll() }
            if collection.awaitsTermchar, key != collection.settings.termchar {
                return try accept(collection)
            }
            state.keys.removeFirst(sensitively: collection.settings.isSensitive)
            if collection.awaitsTermchar { return try accept(collection) }
            try take(key, collection)
        }
    }

    /// One key of the input.
    private mutating func take(_ key: DTMFKey, _ collection: Collection) throws(DialogEvent) {
        let active = try activeGrammars(of: collection.grammars)
        var collection = collection
        if key == collection.settings.termchar {
            let standing = active.standing(collection.matcher)
            if standing == .canGrow || standing == .complete { return try accept(collection) }
            if active.standing(active.step(collection.matcher, key)) == .noMatch { return try refuse(collection) }
        }
        collection.keys.append(key)
        collection.matcher = active.step(collection.matcher, key)
        state.timers.stopInput()
        switch active.standing(collection.matcher) {
        case .noMatch:
            return try refuse(collection)
        case .partial, .canGrow:
            state.timers[.interdigit] = state.now + collection.settings.interdigittimeout
        case .complete:
            guard collection.settings.termchar != nil, collection.settings.termtimeout > .zero else {
                return try accept(collection)
            }
            collection.awaitsTermchar = true
            state.timers[.termination] = state.now + collection.settings.termtimeout
        }
        state.control = .collecting(collection)
    }

    // MARK: - Timers

    /// The `timeout` of silence starts when the prompts have ended.
    mutating func promptsEnded() {
        guard case .collecting(let collection) = state.control, collection.keys.isEmpty else { return }
        startNoinputTimer(collection)
    }

    private mutating func startNoinputTimer(_ collection: Collection) {
        state.timers[.noinput] = state.now + collection.settings.timeout
    }

    mutating func inputTimerFired(_ kind: TimerKind) throws(DialogEvent) {
        guard case .collecting(let collection) = state.control else { return }
        switch kind {
        case .noinput: throw DialogEvent("noinput", "nothing was pressed")
        case .termination: try accept(collection)
        case .interdigit:
            let standing = try activeGrammars(of: collection.grammars).standing(collection.matcher)
            if standing == .canGrow || standing == .complete { try accept(collection) } else { try refuse(collection) }
        case .fetch, .fetchaudio, .plugin, .callTime: break
        }
    }

    // MARK: - Outcome

    /// The keys match.
    private mutating func accept(_ collection: Collection) throws(DialogEvent) {
        state.timers.stopInput()
        stopPrompts()
        let input = MatchedInput(keys: collection.keys, grammars: collection.grammars)
        state.control = .selecting
        try process(input)
    }

    /// The keys match nothing. While a hotword prompt plays that goes unnoticed.
    private mutating func refuse(_ collection: Collection) throws(DialogEvent) {
        if let current = state.prompts.current, current.bargeintype == .hotword {
            return try forgetKeys(collection)
        }
        state.timers.stopInput()
        state.keys.removeAll(sensitively: collection.settings.isSensitive)
        setLastResult(keys: collection.keys, interpretations: [])
        state.control = .selecting
        throw DialogEvent("nomatch", "the keys match nothing that is expected here")
    }

    /// Begins the same input anew.
    private mutating func forgetKeys(_ collection: Collection) throws(DialogEvent) {
        var collection = collection
        collection.keys = []
        collection.matcher = try activeGrammars(of: collection.grammars).start
        collection.awaitsTermchar = false
        state.timers.stopInput()
        state.control = .collecting(collection)
    }
}
