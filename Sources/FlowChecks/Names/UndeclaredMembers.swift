import Diagnostics
import DialogMachines
import MarkupReader

/// Members of `application`, `document` and `dialog` that nothing declares or sets: they are undefined.
enum UndeclaredMembers: NameRule {
    static func findings(in names: NameReading, of flow: Flow) -> [Finding] {
        var scopes = NamedScopes(names, in: flow)
        var said: Set<UsedNames.Member> = []
        var findings: [Finding] = []
        for (site, used) in names.uses where site.kind != .target {
            for member in used.members.sorted(by: { $0.name < $1.name }) {
                guard let visible = scopes.names(of: member.variable, at: site), !visible.contains(member.name),
                    !names.isElsewhere(member: member.name), said.insert(member).inserted
                else { continue }
                let suggestion = Suggestion.nearest(to: member.name, among: visible.names.sorted())
                findings.append(
                    .undeclaredMember(
                        member.name, of: member.variable, suggestion: suggestion, at: site.position))
            }
        }
        return findings
    }
}

/// What the variables that stand for scopes hold.
private struct NamedScopes {
    private let declarations: Declarations
    private let documentNames: VisibleNames
    /// nil: its root is not known.
    private let applicationNames: VisibleNames?
    private var dialogNames: [ObjectIdentifier: VisibleNames] = [:]

    init(_ names: NameReading, in flow: Flow) {
        declarations = names.declarations
        documentNames = declarations.documentNames
        let isRoot = names.document.machine.application == nil
        let applicationNames =
            isRoot
            ? documentNames
            : flow.root(of: names.document).map { Declarations(flow: flow, document: $0).documentNames }
        self.applicationNames = applicationNames?.union(VisibleNames(names: ["lastresult$"]))
    }

    /// nil: the variable stands for no scope, or for one that is not known.
    mutating func names(of variable: String, at site: ExpressionSite) -> VisibleNames? {
        guard !site.declares(variable) else { return nil }
        switch variable {
        case "application": return applicationNames
        case "document": return documentNames
        case "dialog":
            guard let dialog = site.dialog else { return nil }
            let names = dialogNames[ObjectIdentifier(dialog)] ?? declarations.dialogNames(of: dialog)
            dialogNames[ObjectIdentifier(dialog)] = names
            return names
        default: return nil
        }
    }
}
