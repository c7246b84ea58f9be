import CallControl
import PluginKit

/// The plugin calls of one call as they begin and end.
struct PluginCallLog {
    private struct OpenCall {
        var invoke: Invoke
        var at: CallInstant
    }

    private(set) var calls: [CallRecord.PluginCall] = []
    /// One at most, nearly always; an empty list takes no room while the call goes on.
    private var openCalls: [OpenCall] = []

    /// A call's record keeps its first thousand.
    private static let limit = 1000

    mutating func began(_ invoke: Invoke, at now: CallInstant) {
        openCalls.append(OpenCall(invoke: invoke, at: now))
    }

    /// The call that is still to be answered.
    func open(_ invocation: InvocationID) -> Invoke? { index(of: invocation).map { openCalls[$0].invoke } }

    /// How long it has not been answered.
    func age(of invocation: InvocationID, at now: CallInstant) -> CallDuration? {
        index(of: invocation).map { now - openCalls[$0].at }
    }

    private func index(of invocation: InvocationID) -> Int? {
        openCalls.firstIndex { $0.invoke.invocation == invocation }
    }

    mutating func ended(_ invocation: InvocationID, _ outcome: CallRecord.PluginCall.Outcome, at now: CallInstant) {
        guard let index = index(of: invocation) else { return }
        let begun = openCalls.remove(at: index)
        if openCalls.isEmpty { openCalls = [] }
        guard calls.count < Self.limit else { return }
        calls.append(
            CallRecord.PluginCall(
                plugin: begun.invoke.plugin, method: begun.invoke.method, at: begun.at, outcome: outcome,
                duration: now - begun.at))
    }

    /// The call is over: what is still open is not awaited.
    mutating func close(at now: CallInstant) {
        for invocation in openCalls.map(\.invoke.invocation).sorted() { ended(invocation, .cancelled, at: now) }
    }
}

extension PluginAnswer {
    var outcome: CallRecord.PluginCall.Outcome {
        switch self {
        case .result: .result
        case .failure(what: PluginFailure.cancelled, message: _): .cancelled
        case .failure(let what, message: _): .failure(what: what)
        }
    }
}
