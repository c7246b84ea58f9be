import CallControl
import CallHosting

/// A test without steps: prompts tell the caller what to do, `[press 12#]`, `[silence]` or `[hangup]`, and a prompt or a
/// log says `[pass]` or `[fail …]`.
extension TestCaller {
    /// nil: it has passed; else why not.
    mutating func obeyDocuments(_ transfer: JSONValue?) async throws(Stuck) -> String? {
        var transfer = transfer ?? ["outcome": "far_end_disconnect", "duration": 1000]
        var seen = 0
        for _ in 0..<Self.stepLimit {
            if let verdict { return try await finish(verdict) }
            guard end == nil else { return "ended by \(end?.how.rawValue ?? "") \(end?.event ?? "") without a verdict" }
            if isPlaying {
                try await finishPlaying()
                continue
            }
            switch rest?.reason {
            case .transferred: try await meet(&transfer)
            case .recorded: try await endRecording(.object([]))
            default:
                let order = heard[seen...].joined(separator: " ").orders.last
                seen = heard.count
                try await obey(order)
            }
        }
        return "the call does not come to an end"
    }

    private mutating func finish(_ verdict: String) async throws(Stuck) -> String? {
        try await hangUp()
        return verdict.hasPrefix("pass") ? nil : verdict
    }

    private var verdict: String? {
        (heard + logged).lazy.flatMap(\.bracketed).first { $0.hasPrefix("pass") || $0.hasPrefix("fail") }
    }

    private mutating func obey(_ order: String?) async throws(Stuck) {
        switch order {
        case "hangup": try await hangUp()
        case let order? where order.hasPrefix("press "): try await press(String(order.dropFirst(6)))
        default: try await letTimePass()
        }
    }

    /// The caller hangs up or presses keys during a transfer, once; else it ends as the test says.
    private mutating func meet(_ transfer: inout JSONValue) async throws(Stuck) {
        if transfer["hangup"]?.isTrue == true { return try await hangUp() }
        if let keys = transfer["press"]?.string {
            transfer = ["outcome": "near_end_disconnect", "duration": 1000]
            return try await press(keys)
        }
        try await endTransfer(transfer)
    }
}

extension String {
    /// What stands in brackets.
    fileprivate var bracketed: [String] {
        split(separator: "[", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            part.firstIndex(of: "]").map { String(part[..<$0]) }
        }
    }

    fileprivate var orders: [String] {
        bracketed.filter { $0 == "silence" || $0 == "hangup" || $0.hasPrefix("press ") }
    }
}
