import CallControl

/// What one run of a measurement has given.
struct BenchRun: Sendable {
    var figures: [BenchFigure: Double] = [:]
    var calls = 0
    /// Calls that went another way than the rehearsal, or were not answered.
    var failedCalls = 0
    /// What was wrong with the first of them.
    var divergence: String?
}

extension BenchRun {
    /// As one process tells it to another.
    var json: JSONValue {
        var members: [JSONValue.Member] = BenchFigure.allCases.compactMap { figure in
            figures[figure].map { .init(figure.rawValue, .number($0)) }
        }
        members.append(.init("calls", .number(Double(calls))))
        members.append(.init("failedCalls", .number(Double(failedCalls))))
        if let divergence { members.append(.init("divergence", .string(divergence))) }
        return .object(members)
    }

    init?(_ json: JSONValue) {
        guard case .number(let calls)? = json["calls"], case .number(let failed)? = json["failedCalls"] else {
            return nil
        }
        self.calls = Int(calls)
        failedCalls = Int(failed)
        if case .string(let text)? = json["divergence"] { divergence = text }
        for figure in BenchFigure.allCases {
            if case .number(let value)? = json[figure.rawValue] { figures[figure] = value }
        }
    }
}
