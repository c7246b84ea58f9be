import CallControl
import Expressions

/// The end of a call, and the caller's going.
extension Interpreter {
    /// The caller is gone: nothing that the gateway owed is owed any more.
    mutating func releaseLine(_ how: End.How) {
        state.line = .gone(how)
        state.prompts = PromptQueue()
        state.keys.removeAll()
        cancelWaiting()
    }

    /// Leaves whatever the call stands on, and the timers with it.
    mutating func cancelWaiting() {
        switch state.control {
        case .invoking(let invocation): emit(.cancelInvocation(invocation.id))
        case .fetching(let fetch):
            if fetch.held == nil { emit(.cancelFetch(fetch.id)) }
            state.control = .selecting
        case .idle, .executing, .selecting, .collecting, .transferring, .recording, .ended: break
        }
        state.timers.stopInput()
        state.timers[.fetch] = nil
        state.timers[.fetchaudio] = nil
        state.timers[.plugin] = nil
    }

    /// Ends the session; the caller hears what is queued.
    mutating func end(_ how: End.How, values: JSONValue? = nil, event: String? = nil, message: String? = nil) {
        if isLineUp { flushPrompts() }
        var ended = End(how: how, values: values, event: event, message: message)
        if case .gone(let gone) = state.line { ended.how = gone }
        emit(.end(ended))
        state.timers.stopAll()
        state.control = .ended
    }

    /// Ends it by an event that nothing caught.
    mutating func end(uncaught event: DialogEvent) {
        if event.isDisconnect, !isLineUp { return end(.hangup) }
        end(event.isError ? .error : .exit, event: event.name, message: event.message)
    }
}
