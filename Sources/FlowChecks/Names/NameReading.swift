import DialogMachines
import Expressions
import MarkupReader

/// What a document's expressions read, with what they see.
struct NameReading {
    let document: FlowDocument
    let declarations: Declarations
    /// Every expression with the names that it uses, in document order.
    let uses: [(site: ExpressionSite, names: UsedNames)]
    private let assigned: AssignedMembers

    init(of document: FlowDocument, in flow: Flow, _ assigned: AssignedMembers) {
        self.document = document
        self.assigned = assigned
        declarations = Declarations(flow: flow, document: document)
        var known: [String: UsedNames] = [:]
        uses = ExpressionSites(of: document, in: flow).sites.map { site in
            let names = known[site.text] ?? UsedNames(site.text)
            known[site.text] = names
            return (site, names)
        }
    }

    /// Whether a variable may be there without a declaration in sight: something sets it, or ECMAScript has it.
    func isElsewhere(_ variable: String) -> Bool {
        assigned.names.contains(variable) || EngineNames.isGlobal(ECMAString(variable))
    }

    /// The same of a member of an object.
    func isElsewhere(member name: String) -> Bool {
        assigned.names.contains(name) || EngineNames.isInherited(ECMAString(name))
    }
}
