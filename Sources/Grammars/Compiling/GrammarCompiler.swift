/// Compiles grammars that have been read.
public enum GrammarCompiler {
    /// - Parameters:
    ///   - rootRule: The public rule that a reference to the grammar names (`uri#rule`); nil: the grammar's root.
    ///   - library: The documents of `externalReferences`, and those that they refer to in turn, by absolute URI
    ///     without fragment.
    /// - Throws: The first thing that is wrong: a rule or root that is not there, a private rule referred to from
    ///   outside, a document that the library lacks, unbounded left recursion, a grammar too large or too deep.
    public static func compile(
        _ document: GrammarDocument, rootRule: String? = nil, library: [String: GrammarDocument] = [:]
    ) throws(GrammarError) -> CompiledGrammar {
        let place = GrammarPlace(file: document.file, position: document.position)
        let root = try RuleLinker.rule(rootRule, of: document, at: place)
        guard document.mode == .dtmf else { return .voice }
        return try CompiledGrammar(RuleLinker.link(document, root: root, library: library))
    }
}
