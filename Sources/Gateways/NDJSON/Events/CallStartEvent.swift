import CallControl
import CallHosting

extension EventReader {
    /// `call`: a call has arrived and is answered.
    func call(_ fields: Fields) throws(BadLine) -> CallStart {
        guard !fields.has("resume") else { throw BadLine("'resume' is reserved") }
        let from = try fields.required("from", fields.string)
        let to = try fields.required("to", fields.string)
        var start = CallStart(from: from, to: to, flow: try flows.uri(for: try fields.string("flow")))
        start.direction = try fields.word("direction", CallDirection.self)?.direction ?? .inbound
        start.start = try startTime(fields)
        start.seed = try fields.integer("seed").map(UInt64.init) ?? defaultSeed
        start.variables = try fields.object("variables")
        start.aai = try fields.string("aai")
        for step in try fields.array("redirect") ?? [] { start.redirect.append(try redirect(step)) }
        start.originator = try fields.string("originator")
        if let connection = try fields.object("protocol") {
            let fields = Fields(connection, prefix: "protocol.")
            start.protocolName = try fields.required("name", fields.string)
            start.protocolVersion = try fields.required("version", fields.string)
        }
        return start
    }

    private func startTime(_ fields: Fields) throws(BadLine) -> WallClockTime {
        guard let text = try fields.string("start") else { return clock == .virtual ? .virtualEpoch : .now }
        guard let time = WallClockTime(rfc3339: text) else {
            throw fields.error("start", "is no time as RFC 3339 has it, with its offset")
        }
        return time
    }

    private var defaultSeed: UInt64 {
        clock == .virtual ? 0 : UInt64.random(in: 0...UInt64(Fields.largestInteger))
    }

    private func redirect(_ step: JSONValue) throws(BadLine) -> CallStart.Redirect {
        guard case .object = step else { throw BadLine("a step of 'redirect' is no object") }
        let fields = Fields(step, prefix: "redirect.")
        return CallStart.Redirect(
            uri: try fields.required("uri", fields.string), reason: try fields.required("reason", fields.string),
            presentation: try fields.string("pi"), screening: try fields.string("si"))
    }
}

/// The words of `direction`.
private enum CallDirection: String, CaseIterable {
    case inbound, outbound

    var direction: CallStart.Direction {
        switch self {
        case .inbound: .inbound
        case .outbound: .outbound
        }
    }
}
