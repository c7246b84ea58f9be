import CallControl
import Diagnostics
import DialogMachines
import Fetching
import Grammars

/// What a fetch brings.
enum Resource: Sendable {
    case machine(DialogMachine)
    case grammar(CompiledGrammar)
    case script(String)
    case data(DataTree)
}

/// How a fetch ended, with what it brought.
struct LoadedResource: Sendable {
    var outcome: FetchOutcome
    /// nil after a failure.
    var resource: Resource?
    /// What it was made of, files that were missed included.
    var editions: [SourceEdition] = []
    /// Bytes of all that.
    var size = 0

    /// What it takes in memory, about, in bytes.
    var memory: Int { max(Self.leastMemory, size * Self.memoryPerByte) }

    /// Measured: 2 for documents that are mostly text or grammars, 13 for those that are mostly markup, 20 for data.
    private static let memoryPerByte = 20
    private static let leastMemory = 4096

    static func failed(_ event: String, _ message: String) -> LoadedResource {
        LoadedResource(outcome: .failed(event: event, message: message), resource: nil)
    }

    static func failed(_ failure: FetchFailure) -> LoadedResource { failed(failure.event, failure.description) }

    /// The first of the diagnostics for which the resource is refused.
    static func refused(_ diagnostics: [Diagnostic]) -> LoadedResource? {
        guard let first = diagnostics.first(where: \.refusesDocument) else { return nil }
        let message = first.description.split(separator: "\n").first.map(String.init) ?? first.message
        return failed("error.badfetch", message)
    }
}
