import CallControl
import DialogMachines
import Expressions

/// Fetching documents, grammars, scripts and data (VoiceXML 2.0 6.1).
extension Interpreter {
    /// Asks for a resource; the call rests until it is there.
    mutating func fetch(
        _ kind: Fetch.Kind, _ uri: String, method: Fetch.Method = .get, fields: [Fetch.Field] = [],
        enctype: String = "application/x-www-form-urlencoded", timeout: CallDuration?, maxage: Int?, maxstale: Int?,
        purpose: PendingFetch.Purpose
    ) {
        let id: FetchID = state.serials.next(\.fetch)
        let limit = timeout ?? duration("fetchtimeout", default: .seconds(30))
        emit(
            .fetch(
                Fetch(
                    fetch: id, kind: kind, uri: kind == .grammar ? uri : URIReference.split(uri).document,
                    origin: document?.id.uri, method: method, fields: fields,
                    enctype: enctype, timeout: limit, maxage: maxage, maxstale: maxstale)))
        state.timers[.fetch] = state.now + limit
        state.budget.steps += Budget.stepsForAFetch
        state.control = .fetching(PendingFetch(id: id, purpose: purpose))
    }

    /// The answer to a fetch.
    mutating func fetched(_ outcome: FetchOutcome, for fetch: PendingFetch) throws(DialogEvent) {
        state.timers[.fetch] = nil
        switch fetch.purpose {
        case .script(let frame), .data(let frame, _): state.control = .executing(frame)
        case .document, .root, .grammar: break
        }
        switch outcome {
        case .failed(let event, let message):
            try fetchFailed(DialogEvent(event, message), fetch)
        case .loaded(let resource):
            try loaded(resource, for: fetch.purpose)
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

    private mutating func loaded(_ resource: ResourceID, for purpose: PendingFetch.Purpose) throws(DialogEvent) {
        switch purpose {
        case .document(let transition):
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
        try fetched(.failed(event: "error.badfetch", message: "no answer within fetchtimeout"), for: fetch)
    }
}
