import CallControl
import Diagnostics
import DialogMachines
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
    /// The files that it was made of, those that were missed included.
    var files: [FileDependency] = []

    static func failed(_ event: String, _ message: String, files: [FileDependency] = []) -> LoadedResource {
        LoadedResource(outcome: .failed(event: event, message: message), resource: nil, files: files)
    }

    /// The first of the diagnostics for which the resource is refused.
    static func refused(_ diagnostics: [Diagnostic], files: [FileDependency]) -> LoadedResource? {
        guard let first = diagnostics.first(where: \.refusesDocument) else { return nil }
        let message = first.description.split(separator: "\n").first.map(String.init) ?? first.message
        return failed("error.badfetch", message, files: files)
    }
}
