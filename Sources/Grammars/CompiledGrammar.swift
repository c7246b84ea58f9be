import CallControl
import Diagnostics

/// A grammar compiled to an automaton: immutable, shared by all calls.
public final class CompiledGrammar: Sendable {
    public enum Mode: Hashable, Sendable { case dtmf, voice }
    /// A voice grammar counts as active and matches no key.
    public let mode: Mode
    /// Every tag, header tags included, by id.
    public let tags: [GrammarTag]
    let network: RuleNetwork
    let automaton: Automaton

    /// A grammar that counts as active and matches no key.
    public static let voice = CompiledGrammar(mode: .voice)

    private init(mode: Mode, network: RuleNetwork = RuleNetwork(), automaton: Automaton = Automaton()) {
        self.mode = mode
        tags = network.tags
        self.network = network
        self.automaton = automaton
    }

    /// The grammar of a network's first rule.
    convenience init(_ network: RuleNetwork) throws(GrammarError) {
        let analysis = try RuleAnalysis(network)
        let automaton = try AutomatonBuilder.build(analysis)
        self.init(mode: .dtmf, network: analysis.network, automaton: automaton)
    }

    /// A grammar of one rule without references.
    convenience init(_ expansion: RuleExpansion, named name: String) throws(GrammarError) {
        let start = SourcePosition(line: 1, column: 1)
        let document = GrammarDocument(
            uri: "", file: name, mode: .dtmf, root: name,
            rules: [GrammarRule(name: name, isPublic: true, expansion: expansion, references: [], position: start)],
            position: start)
        try self.init(RuleLinker.link(document, root: 0, library: [:]))
    }

    /// The grammar of a `dtmf` attribute: these keys one after the other; white space between them is nothing.
    /// nil when there is no key, or a character that is none.
    public convenience init?(keySequence: String) {
        let characters = keySequence.filter { !$0.isWhitespace }
        let keys = characters.compactMap { DTMFKey($0.uppercasedKey) }
        guard !keys.isEmpty, keys.count == characters.count, keys.count <= Repetition.longest else { return nil }
        let expansion = RuleExpansion.sequence(keys.map { .key(KeySet($0)) })
        do throws(GrammarError) {
            try self.init(expansion, named: "dtmf")
        } catch {
            return nil
        }
    }
}

extension Character {
    /// The character as keys are written: `a`–`d` as capitals.
    var uppercasedKey: Character { ("a"..."d").contains(self) ? Character(uppercased()) : self }
}
