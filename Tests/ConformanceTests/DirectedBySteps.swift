import CallControl
import CallHosting

/// A test with steps: what the caller hears and does, one after the other.
extension TestCaller {
    /// nil: it has passed; else why not.
    mutating func follow(_ steps: [JSONValue]) async throws(Stuck) -> String? {
        var mark = 0
        for step in steps {
            if let failure = try await perform(step, since: &mark) {
                return "\(step.jsonText): \(failure); heard: \(heard[mark...].joined(separator: " / "))"
            }
        }
        return nil
    }

    private mutating func perform(_ step: JSONValue, since mark: inout Int) async throws(Stuck) -> String? {
        if step["hear"] != nil || step["hear_not"] != nil { return hears(step, since: mark) }
        if let text = step["log"]?.string {
            return logged.joined(separator: " ").squeezed.contains(text.squeezed) ? nil : "not logged"
        }
        if let expected = step["expect_transfer"] { return dials(expected) }
        if let how = step["end"]?.string { return try await ends(how, step) }
        if let end { return "the call has ended by \(end.how.rawValue) \(end.event ?? "")" }
        mark = heard.count
        return try await act(step)
    }

    private func hears(_ step: JSONValue, since mark: Int) -> String? {
        var rest = heard[mark...].joined(separator: " ").squeezed[...]
        if let text = step["hear_not"]?.string, rest.contains(text.squeezed) { return "heard" }
        let texts = step["hear"].map { $0.string.map { [$0] } ?? $0.elements.compactMap(\.string) } ?? []
        for text in texts {
            guard let found = rest.firstRange(of: text.squeezed) else { return "'\(text)' not heard" }
            rest = rest[found.upperBound...]
        }
        return nil
    }

    private func dials(_ expected: JSONValue) -> String? {
        guard let transfer = transfers.last else { return "no transfer was asked for" }
        if let dest = expected["dest"]?.string, dest != transfer.dest { return "it goes to \(transfer.dest)" }
        if let kind = expected["kind"]?.string, kind != transfer.kind.rawValue { return "it is \(transfer.kind)" }
        if let aai = expected["aai"]?.string, aai != transfer.aai { return "its aai is \(transfer.aai ?? "missing")" }
        return nil
    }

    private mutating func ends(_ how: String, _ step: JSONValue) async throws(Stuck) -> String? {
        try await finishPlaying()
        guard let end else { return "the call goes on" }
        guard end.how.rawValue == how else { return "it ended by \(end.how.rawValue) \(end.event ?? "")" }
        if how == "disconnect", !isDisconnected { return "it ended without a disconnect command" }
        if let event = step["event"]?.string, end.event?.hasPrefix(event) != true {
            return "its event is \(end.event ?? "missing")"
        }
        if let values = step["values"], end.values != values {
            return "its values are \(end.values?.jsonText ?? "missing")"
        }
        return nil
    }

    private mutating func act(_ step: JSONValue) async throws(Stuck) -> String? {
        if step["hangup"]?.isTrue == true {
            try await hangUp()
            return nil
        }
        if let time = step["after"]?.number {
            try await letPass(CallDuration(milliseconds: Int(time)))
            return nil
        }
        if step["early"]?.isTrue != true { try await finishPlaying() }
        if let end { return "the call has ended by \(end.how.rawValue) \(end.event ?? "")" }
        if let keys = step["press"]?.string {
            try await press(keys)
        } else if step["wait"]?.isTrue == true {
            try await letTimePass()
        } else if let outcome = step["transferred"]?.string {
            try await endTransfer(["outcome": .string(outcome), "duration": step["duration"] ?? 0])
        } else if let outcome = step["recorded"] {
            try await endRecording(outcome)
        } else {
            return "there is no such step"
        }
        return nil
    }
}

extension String {
    /// For comparing what is heard: case and white space do not count.
    fileprivate var squeezed: String { filter { !$0.isWhitespace }.lowercased() }
}
