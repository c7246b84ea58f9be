import Diagnostics
import FormInterpreter

/// Where a call went another way than its transcript.
public struct Difference: Hashable, Sendable {
    /// The transcript's line.
    public var line: Int
    public var message: String
    /// What the transcript has; nil: nothing to show.
    public var expected: String?
    /// What really happened.
    public var happened: String?
    /// The events that the flow threw there, one a line, which may be the reason.
    public var events: [String] = []
}

extension Difference: CustomStringConvertible {
    /// A line of what is wrong, and below it what was expected and what happened.
    public var description: String {
        let details =
            [("expected: ", expected), ("happened: ", happened)].compactMap { label, text in text.map { (label, $0) } }
            + events.map { ("thrown:   ", $0) }
        let lines = details.flatMap { label, text in TranscriptText.hanging("    " + label, text) }
        return (["line \(line): \(message)"] + lines).joined(separator: "\n")
    }
}

extension Turn {
    /// What differs in this turn, in the order of the lines, the first with the events that were thrown.
    var differences: [Difference] {
        let refused = refusal.map { refusal in
            Difference(line: refusedLine ?? action?.number ?? lastLine, message: refusal, happened: waiting)
        }
        // An action that was impossible has brought nothing about.
        let isActionRefused = refused != nil && refusedLine == nil
        let others = isActionRefused ? [] : Happening.Kind.allCases.compactMap { difference(in: $0) }
        let idle = refused == nil ? unasked : nil
        let unasked = idle.map { line, answer in
            Difference(
                line: line, message: "nothing asks for \(answer.plugin).\(answer.method) here", happened: waiting)
        }
        let complained = complaints.map { Difference(line: action?.number ?? lastLine, message: $0) }
        var differences = ([refused, unasked].compactMap(\.self) + complained + others).sorted { $0.line < $1.line }
        if !differences.isEmpty { differences[0].events = thrown.compactMap(\.line) }
        return differences
    }

    func difference(in kind: Happening.Kind) -> Difference? {
        let expected = expectations.filter { $0.expectation.kind == kind }
        let happened = happened.filter { $0.kind == kind }
        guard !agrees(expected.map(\.expectation), happened, kind: kind) else { return nil }
        return Difference(
            line: expected.first?.line.number ?? lastLine, message: message(of: kind, isExpected: !expected.isEmpty),
            expected: expected.isEmpty ? nil : TextPattern(joining: expected.map(\.expectation.pattern)).description,
            happened: happened.isEmpty ? waiting : happened.map(\.text).joined(separator: " "))
    }

    private func agrees(_ expected: [Expectation], _ happened: [Happening], kind: Happening.Kind) -> Bool {
        switch kind {
        case .says:
            // How the words are spread over prompts and lines does not matter.
            TextPattern(joining: expected.map(\.pattern)).matches(happened.map(\.text).joined(separator: " "))
        case .dials, .ends:
            expected.count == happened.count && zip(expected, happened).allSatisfy { $0.matches($1) }
        case .logs:
            // What the transcript does not tell of the log is no difference.
            happened.reduce(into: expected[...]) { rest, log in
                if rest.first?.matches(log) == true { rest.removeFirst() }
            }.isEmpty
        }
    }

    private func message(of kind: Happening.Kind, isExpected: Bool) -> String {
        switch (kind, isExpected) {
        case (.says, true): "the IVR says something else"
        case (.says, false): "the IVR says something that is not here"
        case (.dials, true): "another transfer is made"
        case (.dials, false): "a transfer is made that is not here"
        case (.logs, _): "the flow logs something else"
        case (.ends, true): "the call does not end so"
        case (.ends, false): "the call ends here"
        }
    }
}

extension ThrownEvent {
    /// The event, where it was thrown and what it says; nil: that the caller has hung up is told already.
    var line: String? {
        guard !name.hasPrefix("connection.disconnect") else { return nil }
        let name = file.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        let place = name.map { " at \($0)" + (position.map { ":\($0.line)" } ?? "") } ?? ""
        return self.name + place + (message.map { ": \($0)" } ?? "")
    }
}
