import CallControl
import DialogMachines

/// What the caller hears while a document is fetched (VoiceXML 2.0 6.1.4, 6.3.5).
struct FetchAudio: Hashable, Codable, Sendable {
    enum Phase: Hashable, Codable, Sendable {
        /// `fetchaudiodelay` has not passed.
        case delayed
        /// It has, but what was queued before the fetch still plays.
        case due
        /// It plays, and `fetchaudiominimum` has not passed.
        case beginning(PromptID)
        /// It plays until the fetch is done.
        case playing(PromptID)
        case ended
    }

    /// Absolute.
    var uri: String
    var minimum: CallDuration
    var phase = Phase.delayed

    /// What plays now.
    var prompt: PromptID? {
        switch phase {
        case .beginning(let prompt), .playing(let prompt): prompt
        case .delayed, .due, .ended: nil
        }
    }
}

extension Interpreter {
    /// Starts the delay after which the audio plays; nil without any. A reference that is no URI is none.
    mutating func prepare(fetchaudio reference: String?) -> FetchAudio? {
        guard isLineUp, let reference, let uri = try? playable(reference) else { return nil }
        state.timers[.fetchaudio] = state.now + duration("fetchaudiodelay", default: .seconds(2))
        return FetchAudio(uri: uri, minimum: duration("fetchaudiominimum", default: .seconds(5)))
    }

    /// The delay or the minimum has passed.
    mutating func fetchAudioTimerFired() throws(DialogEvent) {
        guard case .fetching(var fetch) = state.control, let audio = fetch.audio else { return }
        switch audio.phase {
        case .delayed where state.prompts.playing.isEmpty: playFetchAudio()
        case .delayed:
            fetch.audio?.phase = .due
            state.control = .fetching(fetch)
        case .beginning(let prompt):
            fetch.audio?.phase = .playing(prompt)
            try goOn(with: fetch)
        case .due, .playing, .ended: break
        }
    }

    /// A prompt has come to its end while something is fetched: that of the audio, or the last of those before it.
    mutating func promptEndedDuringFetch() throws(DialogEvent) {
        guard case .fetching(var fetch) = state.control, let audio = fetch.audio, state.prompts.playing.isEmpty else {
            return
        }
        if audio.phase == .due { return playFetchAudio() }
        guard audio.prompt != nil else { return }
        fetch.audio?.phase = .ended
        try goOn(with: fetch)
    }

    private mutating func playFetchAudio() {
        guard case .fetching(var fetch) = state.control, let audio = fetch.audio else { return }
        let prompt: PromptID = state.serials.next(\.prompt)
        emit(.play(Play(prompt: prompt, bargein: false, items: [.audio(src: audio.uri, alternate: [])])))
        // Keys do not stop it; they are kept, as always between two inputs.
        state.prompts.playing.append(.init(id: prompt, bargein: true, bargeintype: .hotword))
        fetch.audio?.phase = .beginning(prompt)
        state.timers[.fetchaudio] = state.now + audio.minimum
        state.control = .fetching(fetch)
    }

    /// Nothing holds the answer any longer, if it has come.
    private mutating func goOn(with fetch: PendingFetch) throws(DialogEvent) {
        state.control = .fetching(fetch)
        if let held = fetch.held { try fetched(held, for: fetch) }
    }

    /// Whether the answer must wait because the audio has only begun.
    mutating func holds(_ outcome: FetchOutcome, for fetch: PendingFetch) -> Bool {
        guard case .beginning = fetch.audio?.phase else { return false }
        var fetch = fetch
        fetch.held = outcome
        state.control = .fetching(fetch)
        return true
    }

    /// The fetch is done: the audio stops.
    mutating func endFetchAudio(of fetch: PendingFetch) {
        state.timers[.fetchaudio] = nil
        if fetch.audio?.prompt != nil { stopPrompts() }
    }
}
