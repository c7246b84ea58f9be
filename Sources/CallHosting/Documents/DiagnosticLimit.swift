import Diagnostics

extension [Diagnostic] {
    /// More than these of one file nobody reads.
    private static let mostOfOneFile = 1_000

    /// The first thousand of each file; where there are more, one that says so.
    /// - Precondition: those of one file stand together.
    func cutByFile() -> [Diagnostic] {
        var result: [Diagnostic] = []
        for group in chunkedByFile {
            result += group.prefix(Self.mostOfOneFile)
            let rest = group.dropFirst(Self.mostOfOneFile)
            if let first = rest.first { result.append(.more(rest.count, like: rest.first(where: \.isError) ?? first)) }
        }
        return result
    }

    private var chunkedByFile: [ArraySlice<Diagnostic>] {
        var chunks: [ArraySlice<Diagnostic>] = []
        var rest = self[...]
        while let first = rest.first {
            let chunk = rest.prefix { $0.file == first.file }
            chunks.append(chunk)
            rest = rest[chunk.endIndex...]
        }
        return chunks
    }
}

extension Diagnostic {
    fileprivate var isError: Bool { severity == .error }

    /// Says that there are so many more.
    fileprivate static func more(_ count: Int, like other: Diagnostic) -> Diagnostic {
        Diagnostic(
            other.severity, id: "too-many-diagnostics", "There are \(count) more errors and warnings in this file",
            hint: "Mend what is above first.", file: other.file, position: other.position,
            refusesDocument: other.refusesDocument)
    }
}
