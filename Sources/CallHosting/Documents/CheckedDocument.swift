public import Diagnostics
public import DialogMachines
import Dialogs
import FlowChecks
import MarkupReader

/// What `DocumentLoader.check` finds out about a document.
public struct CheckedDocument: Sendable {
    /// nil when the document cannot run, or is a grammar.
    public var machine: DialogMachine?
    /// What could be compiled of the document, so that all that is wrong can be said; nil when it is a grammar, or no XML.
    var compiled: FlowDocument?
    /// All of them, in the order of their places.
    public var diagnostics: [Diagnostic]
    /// nil: it is no XML.
    var tree: MarkupElement?
    /// The bytes that it was read from.
    var content: [UInt8] = []

    var isRefused: Bool { diagnostics.contains(where: \.refusesDocument) }
}

/// A file that cannot be read at all.
public struct UnreadableFile: Error, Hashable, Sendable, CustomStringConvertible {
    public var path: String
    public var reason: String

    public var description: String { "\(path): \(reason)" }
}
