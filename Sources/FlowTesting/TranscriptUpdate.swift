import CallControl

extension TranscriptRun {
    /// The transcript rewritten to what happened. Comments stay, and so does every line that agrees, with its wildcards.
    public var updatedText: String {
        let lines =
            turns.flatMap(\.updatedLines) + unreached.flatMap(\.linesWhenUnreached) + (farewell?.updatedLines ?? [])
        return lines.joined(separator: "\n") + "\n"
    }
}

extension TranscriptLine {
    /// What becomes of a line behind the end of the call: nothing that the author wrote by hand is lost.
    fileprivate var linesWhenUnreached: [String] {
        switch content {
        case .remark, .header: source
        case .expectation: []
        case .action, .answer: source.map { "# not reached: \($0.collapsingWhitespace())" }
        }
    }
}

extension Turn {
    /// The action, and the lines of this turn as they should be.
    fileprivate var updatedLines: [String] {
        let head = action?.source ?? []
        let differing = Set(Happening.Kind.allCases.filter { difference(in: $0) != nil })
        guard !differing.isEmpty else { return head + lines.flatMap(\.source) }

        // Remarks at the end of a turn belong to what comes next.
        let trailing = lines.reversed().prefix { $0.content == .remark }.count
        let body = lines.dropLast(trailing)
        var missing = happened.filter { differing.contains($0.kind) && !($0.kind == .logs && !expectsLogs) }[...]
        var kept = Self.longestAgreement(
            body.compactMap { line in
                guard case .expectation(let expectation) = line.content, differing.contains(expectation.kind) else {
                    return nil
                }
                return (line, expectation)
            }, Array(missing))[...]

        var result = head
        for line in body {
            if let next = kept.first, next.line == line {
                kept.removeFirst()
                while let happening = missing.popFirst(), happening != next.happening {
                    result += happening.transcriptLines
                }
                result += line.source
            } else if case .expectation(let expectation) = line.content, differing.contains(expectation.kind) {
                continue
            } else {
                if case .expectation(.ends) = line.content {
                    // The end stays the end.
                    result += missing.flatMap(\.transcriptLines)
                    missing = []
                }
                result += line.source
            }
        }
        return result + missing.flatMap(\.transcriptLines) + lines.suffix(trailing).flatMap(\.source)
    }

    private var expectsLogs: Bool { expectations.contains { $0.expectation.kind == .logs } }

    /// The longest run of lines that still agree, in order, each with what it agrees with.
    private static func longestAgreement(
        _ old: [(line: TranscriptLine, expectation: Expectation)], _ new: [Happening]
    ) -> [(line: TranscriptLine, happening: Happening)] {
        var best = [[Int]](repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
        for row in old.indices.reversed() {
            for column in new.indices.reversed() {
                best[row][column] =
                    old[row].expectation.matches(new[column])
                    ? best[row + 1][column + 1] + 1 : max(best[row + 1][column], best[row][column + 1])
            }
        }
        var agreement: [(line: TranscriptLine, happening: Happening)] = []
        var (row, column) = (0, 0)
        while row < old.count, column < new.count {
            if old[row].expectation.matches(new[column]) {
                agreement.append((old[row].line, new[column]))
                (row, column) = (row + 1, column + 1)
            } else if best[row + 1][column] >= best[row][column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return agreement
    }
}
