import CallControl
import CallHosting

/// How the call of one caller came out.
struct CallOutcome {
    /// nil: it goes on.
    private(set) var end: End?
    private var hasComplaints = false

    mutating func note(_ exchange: VirtualCall.Exchange) {
        for case .end(let end) in exchange.commands { self.end = end }
        if !exchange.complaints.isEmpty { hasComplaints = true }
    }

    /// - Parameter output: an error with a line is the refusal of an event, and no complaint.
    mutating func note(_ output: CallOutput) {
        switch output {
        case .command(call: _, .end(let end)): self.end = end
        case .error(line: nil, call: _, message: _): hasComplaints = true
        case .command, .wait, .error: break
        }
    }

    /// Whether it ended by an error, or something was wrong with it on the way.
    var isFailure: Bool { end?.how == .error || hasComplaints }
}
