import CallControl
import DialogMachines
import Expressions

/// Fetching documents, grammars, scripts and data (VoiceXML 2.0 6.1).
extension Interpreter {
    /// Asks for a resource; the call rests until it is there. What the attributes leave open the properties say.
    /// - Parameters:
    ///   - asking: the document that the reference stands in; nil: the current one.
    ///   - charset: the encoding of a script whose server names none.
    ///   - fetchaudio: what plays meanwhile, as written.
    mutating func fetch(
        _ kind: Fetch.Kind, _ uri: String, asking: ResourceID? = nil, submission: Submission? = nil,
        fields: [Fetch.Field] = [], charset: String? = nil, timeout: CallDuration?, maxage: Int?, maxstale: Int?,
        fetchaudio: String? = nil, purpose: PendingFetch.Purpose
    ) {
        let id: FetchID = state.serials.next(\.fetch)
        let limit = timeout ?? duration("fetchtimeout", default: .seconds(30))
        emit(
            .fetch(
                Fetch(
                    fetch: id, kind: kind, uri: kind == .grammar ? uri : URIReference.split(uri).document,
                    origin: origin(of: asking), method: submission?.method ?? .get, fields: fields,
                    enctype: submission?.enctype ?? "application/x-www-form-urlencoded", charset: charset,
                    timeout: limit, maxage: maxage ?? seconds(kind.properties.maxage),
                    maxstale: maxstale ?? seconds(kind.properties.maxstale))))
        state.timers[.fetch] = state.now + limit
        state.budget.steps += Budget.stepsForAFetch
        state.control = .fetching(PendingFetch(id: id, purpose: purpose, audio: prepare(fetchaudio: fetchaudio)))
    }

    /// The document that asks: of a leaf and its root the one that may reach less.
    func origin(of asking: ResourceID?) -> String? {
        let asker = (asking ?? context?.machine).map { machine($0).id.uri }
        guard let root = context?.root, asker?.hasPrefix("file:") != false else { return asker }
        let uri = machine(root).id.uri
        return asker == nil || !uri.hasPrefix("file:") ? uri : asker
    }

    private func seconds(_ name: String) -> Int? { property(name).flatMap { Int($0) } }

    /// The answer to a fetch.
    mutating func fetched(_ outcome: FetchOutcome, for fetch: PendingFetch) throws(DialogEvent) {
        state.timers[.fetch] = nil
        if holds(outcome, for: fetch) { return }
        endFetchAudio(of: fetch)
        switch fetch.purpose {
        case .script(let frame), .data(let frame, _): state.control = .executing(frame)
        case .document, .root, .grammar: break
        }
        switch outcome {
        case .failed(let event, let message):
            try fetchFailed(DialogEvent(event, message), fetch)
        case .loaded(let resource, let fragment):
            try loaded(resource, fragment, for: fetch.purpose)
        }
    }

    /// Whoever asked for it gets the event.
    private mutating func fetchFailed(_ event: DialogEvent, _ fetch: PendingFetch) throws(DialogEvent) {
        switch fetch.purpose {
        case .script, .data: break
        case .document, .root, .grammar: state.control = .selecting
        }
        throw event
    }

    private mutating func loaded(
        _ resource: ResourceID, _ fragment: String?, for purpose: PendingFetch.Purpose
    ) throws(DialogEvent) {
        switch purpose {
        case .document(var transition):
            transition.fragment = fragment ?? transition.fragment
            try documentLoaded(resource, transition)
        case .root(let transition, let leaf):
            try enter(leaf, root: resource, transition)
        case .script(let frame):
            state.control = .executing(frame)
            try run(script: world.scripts[resource] ?? "")
        case .data(let frame, let name):
            guard let name, let tree = world.data[resource] else { return }
            let document = state.heap.allocate(HeapObject(.document(tree), isReadOnly: true))
            setVariable(name, .object(document), in: frame.scope)
        case .grammar(var activation):
            activation.grammars[activation.next].resource = resource
            activation.next += 1
            state.control = .selecting
            try continueActivation(activation)
        }
    }

    /// `fetchtimeout` has passed.
    mutating func fetchTimedOut() throws(DialogEvent) {
        guard case .fetching(let fetch) = state.control else { return }
        emit(.cancelFetch(fetch.id))
        try fetched(.failed(event: "error.badfetch", message: "no answer within fetchtimeout"), for: fetch)
    }
}
