public import Diagnostics
import DialogParser
import MarkupReader

/// What a schema cannot find and no single document shows: what is wrong between the parts of a flow.
public enum FlowChecks {
    /// Everything that the rules find, ordered by file and place. No rule says what the parser or the compiler says.
    public static func diagnostics(of flow: Flow) -> [Diagnostic] {
        let assigned = AssignedMembers(in: flow)
        return flow.documents.flatMap { document in
            findings(in: document, of: flow, assigned).map { $0.diagnostic(in: document.file) }
        }
        .sorted { ($0.file, $0.position, $0.id) < ($1.file, $1.position, $1.id) }
    }

    private static let rules: [any FlowRule.Type] = [
        DeadItemTargets.self, UnknownSubdialogParams.self, UncaughtEvents.self, UncountedPrompts.self,
        UncountedHandlers.self, CountsWithoutEffect.self, UnknownPluginEvents.self,
        EmptyGrammars.self, UnselectableChoices.self,
    ]

    private static let contentRules: [any ContentRule.Type] = [UnreachableContent.self, AssigningConditions.self]

    private static let keyRules: [any KeyRule.Type] = [
        UnfilledItems.self, IgnoredKeys.self, WaitingKeys.self, TakenKeys.self, PausesAtTheEnd.self,
        HabitualHash.self,
    ]

    private static let nameRules: [any NameRule.Type] = [
        UndeclaredVariables.self, UndeclaredMembers.self, UnknownResults.self,
    ]

    private static func findings(in document: FlowDocument, of flow: Flow, _ assigned: AssignedMembers) -> [Finding] {
        let listening = Listening(document, root: flow.root(of: document))
        let names = NameReading(of: document, in: flow, assigned)
        var ofContent: [Finding] = []
        addContentFindings(at: document.tree, to: &ofContent)
        return ofContent + rules.flatMap { $0.findings(in: document, of: flow) }
            + keyRules.flatMap { $0.findings(in: listening, of: flow) }
            + nameRules.flatMap { $0.findings(in: names, of: flow) }
    }

    /// One walk for all rules. The reader's limit of depth bounds the recursion.
    private static func addContentFindings(at element: MarkupElement, to findings: inout [Finding]) {
        guard let rule = Language.rule(of: element), rule.content != .foreign else { return }
        for rule in contentRules { findings += rule.findings(at: element) }
        for child in element.childElements { addContentFindings(at: child, to: &findings) }
    }
}

/// One thing that can be wrong with a document.
protocol FlowRule: Sendable {
    static func findings(in document: FlowDocument, of flow: Flow) -> [Finding]
}

/// One thing that can be wrong with an element, whatever stands elsewhere.
protocol ContentRule: Sendable {
    static func findings(at element: MarkupElement) -> [Finding]
}

/// One thing that can be wrong with the keys that a document listens for.
protocol KeyRule: Sendable {
    static func findings(in listening: Listening, of flow: Flow) -> [Finding]
}

/// One thing that can be wrong with the names that a document uses.
protocol NameRule: Sendable {
    static func findings(in names: NameReading, of flow: Flow) -> [Finding]
}
