public import CallControl
public import Diagnostics
public import DialogMachines
public import Dialogs
public import Expressions
public import Grammars
public import PluginManifests

/// Compiles documents to the machines that calls run.
public enum DialogCompiler {
    /// Compiles one document. The machine is whole even when the document is refused: what is wrong in it is left out.
    ///
    /// - Parameters:
    ///   - id: Names the machine for good.
    ///   - grammarLibrary: The external grammars that inline grammars refer to, by absolute URI without fragment:
    ///     see `GrammarReference.collect(from:)`.
    ///   - checker: Says of expressions beyond the native subset, and of scripts, whether they parse.
    ///   - plugins: What `<object>`s are checked against; nil: they are not checked.
    ///   - defaultProperties: Properties of a document that is its own root, where it does not set them itself.
    /// - Returns: The machine, and everything that is wrong, in document order.
    public static func compile(
        _ document: Document, id: ResourceID, grammarLibrary: [String: GrammarDocument] = [:],
        checker: any ScriptSyntaxChecker, plugins: PluginCatalog? = nil, defaultProperties: [String: String] = [:]
    ) -> (DialogMachine, [Diagnostic]) {
        var compilation = Compilation(
            document: document, id: id, grammarLibrary: grammarLibrary, checker: checker, plugins: plugins)
        compilation.compileDocument()
        if compilation.machine.application == nil {
            compilation.machine.properties.merge(defaultProperties) { own, _ in own }
        }
        return (DialogMachine(compilation.machine), compilation.diagnostics.sorted { $0.position < $1.position })
    }
}
