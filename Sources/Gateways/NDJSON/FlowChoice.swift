import CallHosting

/// Which flow a call runs: FLOW of the command line, or what the `call` says.
struct FlowChoice {
    let flow: FlowLocation?
    let flowsUnder: String?

    /// The absolute URI of the first document. That it cannot be loaded is the call's own affair.
    func uri(for override: String?) throws(BadLine) -> String {
        guard let override else {
            guard let flow else { throw BadLine("'flow' is missing, and no FLOW was given at the start") }
            return flow.uri
        }
        guard !override.isEmpty else { throw BadLine("'flow' is empty") }
        let chosen = FlowLocation(override, relativeTo: flow?.folder)
        if let flowsUnder, !chosen.lies(under: flowsUnder) {
            throw BadLine("'flow' lies elsewhere than --flows-under allows")
        }
        return chosen.uri
    }
}
