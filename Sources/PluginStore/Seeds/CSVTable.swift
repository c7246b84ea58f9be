/// A table of comma-separated values with a header line (RFC 4180).
struct CSVTable: Sendable {
    /// A line of the table.
    struct Line: Sendable {
        /// In the file, from 1.
        let number: Int
        fileprivate let fields: [String: String]

        subscript(column: String) -> String { fields[column] ?? "" }
    }

    struct Problem: Error {
        let line: Int
        let message: String
    }

    let lines: [Line]
    /// The columns beside those that there must be, in order.
    let others: [String]

    /// Reads a table that has exactly these columns, in any order.
    /// - Parameters:
    ///   - optional: columns that there may be, too.
    ///   - others: whether there may be more.
    init(
        _ text: String, columns: [String], optional: [String] = [], others: Bool = false
    ) throws(Problem) {
        var records = try Self.records(text)
        guard !records.isEmpty else { throw Problem(line: 1, message: "there is no header line") }
        let header = records.removeFirst().fields
        let more = header.filter { !columns.contains($0) && !optional.contains($0) }
        guard Set(header).count == header.count, Set(header).isSuperset(of: columns), others || more.isEmpty else {
            let names = columns.joined(separator: ", ")
            let mayBe = optional.isEmpty ? "" : ", and may be " + optional.joined(separator: ", ")
            throw Problem(
                line: 1, message: "the columns must be \(names)\(mayBe)\(others ? ", and others, each once" : "")")
        }
        self.others = more
        var lines: [Line] = []
        for record in records {
            guard record.fields.count == header.count else {
                throw Problem(line: record.line, message: "it has \(record.fields.count) of \(header.count) columns")
            }
            let fields = Dictionary(zip(header, record.fields), uniquingKeysWith: { first, _ in first })
            lines.append(Line(number: record.line, fields: fields))
        }
        self.lines = lines
    }

    private typealias Record = (line: Int, fields: [String])

    private static func records(_ text: String) throws(Problem) -> [Record] {
        var records: [Record] = []
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var wasQuoted = false
        var line = 1
        var first = 1

        func endField() {
            fields.append(field)
            field = ""
            wasQuoted = false
        }
        func endRecord() {
            endField()
            if fields != [""] { records.append((first, fields)) }
            fields = []
        }

        var rest = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        while let character = rest.popFirst() {
            if character.isNewline { line += 1 }
            switch character {
            case "\"" where isQuoted && rest.first == "\"": field.append(rest.removeFirst())
            case "\"" where isQuoted: isQuoted = false
            case _ where isQuoted: field.append(character)
            case ",": endField()
            case _ where character.isNewline:
                endRecord()
                first = line
            case "\"" where field.isEmpty && !wasQuoted:
                isQuoted = true
                wasQuoted = true
            case _ where wasQuoted, "\"": throw Problem(line: line, message: "a quote is out of place")
            default: field.append(character)
            }
        }
        guard !isQuoted else { throw Problem(line: first, message: "a quoted field does not end") }
        endRecord()
        return records
    }
}
