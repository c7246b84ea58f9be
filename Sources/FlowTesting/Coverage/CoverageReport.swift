public import Diagnostics

/// Which places of a flow its transcripts come to.
public struct CoverageReport: Sendable {
    /// What is counted, in the order in which it is told.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case dialogs
        case formItems = "form items"
        case filled
        case branches
        case handlers
        case pluginResults = "plugin results"
    }

    public struct Place: Hashable, Sendable {
        public var kind: Kind
        public var file: String
        public var position: SourcePosition
        /// What stands there: `field number`, `catch error.plugin`.
        public var name: String
        public var isReached: Bool
    }

    /// The flow, for people.
    public var flow: String
    public var places: [Place]
}

extension CoverageReport: CustomStringConvertible {
    /// The places that no transcript comes to, each with its file and line, and how many there are of each kind.
    public var description: String {
        let missing = places.filter { !$0.isReached }.sorted { ($0.file, $0.position) < ($1.file, $1.position) }
            .map { "not reached: \($0.file):\($0.position.line): \($0.name)" }
        let totals = Kind.allCases.compactMap { kind -> String? in
            let all = places.filter { $0.kind == kind }
            return all.isEmpty ? nil : "\(all.count { $0.isReached }) of \(all.count) \(kind.rawValue)"
        }
        let lines = stride(from: 0, to: totals.count, by: 3).map { first in
            "  " + totals[first..<min(first + 3, totals.count)].joined(separator: ", ")
        }
        return (missing + ["reached in \(flow):"] + lines).joined(separator: "\n")
    }
}
