/// Where a call went another way than its transcript.
public struct Difference: Hashable, Sendable {
    /// The transcript's line.
    public var line: Int
    public var message: String
    /// What the transcript has; nil: nothing to show.
    public var expected: String?
    /// What really happened.
    public var happened: String?
}

extension Difference: CustomStringConvertible {
    /// A line of what is wrong, and below it what was expected and what happened.
    public var description: String {
        var text = "line \(line): \(message)"
        if let expected { text += "\n    expected: \(expected)" }
        if let happened { text += "\n    happened: \(happened)" }
        return text
    }
}

extension Turn {
    /// What differs in this turn, kind by kind.
    var differences: [Difference] {
        if let refusal { return [Difference(line: refusedLine ?? action?.number ?? lastLine, message: refusal)] }
        return Happening.Kind.allCases.compactMap { difference(in: $0) }
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
