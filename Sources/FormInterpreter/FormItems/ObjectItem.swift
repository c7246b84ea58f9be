import CallControl
import DialogMachines
import Expressions
import PluginManifests

/// `<object>`: a method of a plugin (VoiceXML 2.0 2.3.5).
extension Interpreter {
    mutating func visit(object entry: ObjectEntry) throws(DialogEvent) {
        guard let call = entry.call else {
            throw DialogEvent("error.unsupported.objectname", "'\(entry.classid)' is no method://PLUGIN/METHOD")
        }
        let method = try method(of: call)
        var members: [NamedValue] = []
        for param in entry.params { members.append(NamedValue(name: param.name, value: try value(of: param))) }
        let params = try json(of: members)
        if isLineUp { flushPrompts() }
        let id: InvocationID = state.serials.next(\.invocation)
        emit(.invoke(Invoke(invocation: id, plugin: call.plugin, method: call.method, params: params)))
        let limit = method?.timeLimit ?? PluginManifest.defaultTimeLimit
        state.timers[.plugin] = state.now + min(limit, entry.fetchtimeout ?? limit)
        state.control = .invoking(PendingInvocation(id: id, plugin: call.plugin))
    }

    private func method(of call: ObjectEntry.PluginCall) throws(DialogEvent) -> PluginManifest.Method? {
        let unknown = DialogEvent("error.unsupported.objectname", "no plugin offers \(call.plugin)/\(call.method)")
        guard let manifest = world.plugins[call.plugin] else {
            guard world.plugins.acceptsUnknown else { throw unknown }
            return nil
        }
        guard let method = manifest.method(call.method) else { throw unknown }
        return method
    }

    /// The plugin's answer: an object fills the item, a failure is an event.
    mutating func returned(_ answer: PluginAnswer, for invocation: PendingInvocation) throws(DialogEvent) {
        state.timers[.plugin] = nil
        state.control = .selecting
        switch answer {
        case .failure(let what, let message):
            if let index = context?.form.item { note(.failure(item: index)) }
            throw DialogEvent("error.plugin.\(invocation.plugin).\(what)", message)
        case .result(let result):
            guard let index = context?.form.item else { return }
            note(.result(item: index))
            fill(index, with: state.heap.value(of: result, names: world.names))
            try executeFilled(after: [index])
        }
    }

    /// The time limit of the method, or the item's own `fetchtimeout`, has passed.
    mutating func invocationTimedOut() throws(DialogEvent) {
        guard case .invoking(let invocation) = state.control else { return }
        emit(.cancelInvocation(invocation.id))
        try returned(.failure(what: "timeout", message: "no answer within the time limit"), for: invocation)
    }
}
