public import CallControl

/// The driver sent what cannot be: nothing has happened.
public struct ProtocolViolation: Error, Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// Before `.call`, a second `.call`, or after the end.
        case notInProgress
        /// No such prompt, recording, transfer, invocation or fetch is awaited.
        case notAwaited
        /// An answer does not keep the plugin's manifest.
        case badAnswer
        /// `instant` is before the call's last one.
        case timeRunsBackwards
        /// The world lacks a machine, grammar or script that the session runs.
        case missingResource
    }

    public var kind: Kind
    public var message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}

extension Session {
    /// Whether the session can run at that instant in that world.
    func admit(at instant: CallInstant, in world: World) throws(ProtocolViolation) {
        guard instant >= state.now else {
            throw ProtocolViolation(
                .timeRunsBackwards, "the call is at \(state.now.milliseconds) ms, not before \(instant.milliseconds) ms"
            )
        }
        try requireMachines(in: world)
        for grammar in listeningGrammars {
            guard let id = grammar.resource, world.grammars[id] == nil else { continue }
            throw ProtocolViolation(
                .missingResource, "the world lacks the grammar \(URIReference.readable(id.uri)) (\(id.digest))")
        }
    }

    /// Whether the event can be now.
    func admit(_ event: CallEvent) throws(ProtocolViolation) {
        let isIdle = state.control == .idle
        switch event {
        case .call where isIdle, .scriptLimit: return
        case .call: throw ProtocolViolation(.notInProgress, "the call has begun already")
        default: break
        }
        guard !isIdle else { throw ProtocolViolation(.notInProgress, "the call has not begun") }
        guard !isEnded else { throw ProtocolViolation(.notInProgress, "the call has ended") }
        guard isAwaited(event) else { throw ProtocolViolation(.notAwaited, "nothing of that kind is awaited") }
    }

    private func isAwaited(_ event: CallEvent) -> Bool {
        switch (event, state.control) {
        case (.recorded(let id, _), _) where id == state.abandoned.record: true
        case (.transferred(let id, _), _) where id == state.abandoned.transfer: true
        case (.played(let id), _), (.mark(let id, _), _): state.prompts.playing.contains { $0.id == id }
        case (.transferred(let id, _), .transferring(let transfer)): transfer.id == id
        case (.returned(let id, _), .invoking(let invocation)): invocation.id == id
        case (.fetched(let id, _), .fetching(let fetch)): fetch.id == id && fetch.held == nil
        case (.recorded(let id, _), .recording(let recording)): recording.id == id
        case (.transferred, _), (.returned, _), (.fetched, _), (.recorded, _): false
        case (.keys, _), (.hangup, _), (.call, _), (.scriptLimit, _): true
        }
    }

    /// The machines without which the session cannot go on.
    private func requireMachines(in world: World) throws(ProtocolViolation) {
        for index in state.contexts.indices {
            try require(state.contexts[index].machine, in: world)
            try require(state.contexts[index].root, in: world)
        }
        guard case .fetching(let fetch) = state.control else { return }
        for id in fetch.documents { try require(id, in: world) }
    }

    private func require(_ id: ResourceID, in world: World) throws(ProtocolViolation) {
        guard world.machine(id) == nil else { return }
        throw ProtocolViolation(
            .missingResource, "the world lacks the document \(URIReference.readable(id.uri)) (\(id.digest))")
    }

    /// The documents and grammars without which the session cannot go on.
    public var requiredResources: Set<ResourceID> {
        var ids = Set(listeningGrammars.compactMap(\.resource))
        for context in state.contexts { ids.formUnion([context.machine, context.root]) }
        if case .fetching(let fetch) = state.control {
            ids.formUnion(fetch.documents)
            if case .loaded(let held, _) = fetch.held { ids.insert(held) }
        }
        return ids
    }

    private var listeningGrammars: [ActiveGrammar] {
        switch state.control {
        case .collecting(let collection): collection.grammars
        case .recording(let recording): recording.input.grammars
        case .transferring(let transfer): transfer.input?.grammars ?? []
        case .fetching(let fetch): fetch.purpose.grammars
        default: []
        }
    }
}
