import DialogParser

/// The table of the language, as text or as Markdown.
struct LanguageTable {
    let parts: [LanguagePart]
    /// nil: no column for them.
    let tests: TestSearch?

    var text: String {
        let rows = parts.map(cells)
        let widths = (0..<(rows.first?.count ?? 0)).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { cell, width in cell + String(repeating: " ", count: max(0, width - cell.count)) }
                .joined(separator: "  ").trimmedAtEnd
        }.joined(separator: "\n")
    }

    var markdown: String {
        LanguagePart.Kind.allCases.map { kind in
            let rows = parts.filter { $0.kind == kind }.map(cells)
            let head = [kind.rawValue, "described in", "state"] + (tests == nil ? [] : ["tests"])
            let lines = [head, head.map { _ in "---" }] + rows.map { ["`\($0[0])`"] + $0.dropFirst() }
            return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private func cells(of part: LanguagePart) -> [String] {
        [part.title, part.section, part.state.rawValue] + (tests.map { [Self.list($0.tests(of: part))] } ?? [])
    }

    /// The first names, and how many more there are.
    private static func list(_ tests: [String]) -> String {
        let named = tests.prefix(3).joined(separator: ", ")
        return tests.count > 3 ? "\(named) and \(tests.count - 3) more" : named
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        lastIndex { $0 != " " }.map { String(self[...$0]) } ?? ""
    }
}
