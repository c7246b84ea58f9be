import CallControl
import DialogMachines
import Expressions
import OrderedCollections

/// `<goto>`, `<submit>` and the way into a document (VoiceXML 2.0 1.3.1, 1.5.2, 5.3.7, 5.3.8).
extension Interpreter {
    /// `<goto next>` or `expr`: a dialog of this document, or another document.
    /// - Parameter origin: the document of the link that leads there; nil: the current one, as for all that runs in it.
    mutating func goto(_ target: FetchTarget, of origin: ResourceID? = nil) throws(DialogEvent) {
        let reference = try text(of: target.uri)
        if let origin, origin != context?.machine {
            return try request(
                target, try resolve(reference, against: machine(origin)), asking: origin, kind: .goto)
        }
        if reference.hasPrefix("#"), let context {
            return try transition(to: try dialog(String(reference.dropFirst()), of: context.machine))
        }
        try request(target, reference, kind: .goto)
    }

    /// `<goto nextitem>` or `expritem`.
    mutating func goto(item name: Computed) throws(DialogEvent) {
        let name = try text(of: name)
        guard let dialog, let document, let index = dialog.items.first(where: { document.items[$0].name == name })
        else { throw .badfetch("the form has no item named '\(name)'") }
        if case .executing(let frame) = state.control, case .handler = frame.purpose { keepSilentUnlessReprompted() }
        withContext { $0.form.nextItem = index }
        state.control = .selecting
    }

    /// `<submit>`: the namelist, by default every named input item, goes along (5.3.8).
    mutating func submit(_ target: FetchTarget, _ submission: Submission) throws(DialogEvent) {
        let values = try submission.namelist.map { names throws(DialogEvent) in try self.values(of: names) }
        let fields = try fields(for: values ?? inputItems)
        try request(target, try text(of: target.uri), kind: .submit, submission: submission, fields: fields)
    }

    private var inputItems: [NamedValue] {
        guard let dialog, let document else { return [] }
        return dialog.items.compactMap { index in
            let item = document.items[index]
            guard item.isInputItem, let name = item.name else { return nil }
            return NamedValue(name: name, value: itemVariable(index))
        }
    }

    /// Values as they are sent: an undefined one not at all, an object by its members (`order.number`).
    mutating func fields(for values: [NamedValue]) throws(DialogEvent) -> [Fetch.Field] {
        var fields: [Fetch.Field] = []
        for value in values { try append(value.value, named: value.name, depth: 0, to: &fields) }
        return fields
    }

    private mutating func append(
        _ value: Value, named name: String, depth: Int, to fields: inout [Fetch.Field]
    ) throws(DialogEvent) {
        if value == .undefined { return }
        if case .object(let reference) = value, state.heap[reference].isPlain {
            guard depth < 16 else { throw .semantic("'\(name)' is nested too deep to be sent") }
            for (member, value) in state.heap[reference].properties {
                try append(value, named: "\(name).\(member.string)", depth: depth + 1, to: &fields)
            }
            return
        }
        let text = try text(of: value)
        fields.append(Fetch.Field(name, text, recordingType: state.recordings[text]))
    }

    /// Fetches a document for a transition.
    mutating func request(
        _ target: FetchTarget, _ reference: String, asking: ResourceID? = nil, kind: Transition.Kind,
        submission: Submission? = nil, fields: [Fetch.Field] = [], input: MatchedInput? = nil
    ) throws(DialogEvent) {
        let (uri, fragment) = URIReference.split(try resolve(reference))
        let fetchaudio = target.fetchaudio ?? property("fetchaudio")
        let transition = Transition(
            kind: kind, uri: uri, fragment: fragment, fetchtimeout: target.fetchtimeout, fetchaudio: fetchaudio,
            input: input)
        if fetchaudio != nil, isLineUp { flushPrompts() }
        fetch(
            .document, uri, asking: asking, submission: submission, fields: fields, timeout: target.fetchtimeout,
            maxage: target.maxage, maxstale: target.maxstale, fetchaudio: fetchaudio, purpose: .document(transition))
    }

    /// The first document of the call.
    mutating func requestFirstDocument(_ flow: String) {
        let (uri, fragment) = URIReference.split(flow)
        fetch(
            .document, uri, timeout: nil, maxage: nil, maxstale: nil,
            purpose: .document(Transition(kind: .start, uri: uri, fragment: fragment)))
    }

    /// A document is there: its application root comes next, if it has one that is not there yet.
    mutating func documentLoaded(_ id: ResourceID, _ transition: Transition) throws(DialogEvent) {
        state.control = .selecting
        let document = machine(id)
        _ = try dialogIndex(transition.fragment, of: document)
        guard let application = document.application, application != document.id.uri else {
            return try enter(id, root: id, transition)
        }
        if case .subdialog = transition.kind {
        } else if let context, context.root.uri == application {
            return try enter(id, root: context.root, transition)
        }
        fetch(
            .document, application, asking: id, timeout: transition.fetchtimeout, maxage: nil, maxstale: nil,
            fetchaudio: transition.fetchaudio, purpose: .root(transition, leaf: id))
    }

    /// Leaves the current document for another one, whose root is there too.
    mutating func enter(_ id: ResourceID, root: ResourceID, _ transition: Transition) throws(DialogEvent) {
        state.control = .selecting
        let document = machine(id)
        if root != id, machine(root).application != nil {
            throw .semantic("the application root \(URIReference.readable(root.uri)) names an application itself")
        }
        let dialog = try dialogIndex(transition.fragment, of: document)
        var entered = enteredContext(id, root: root, transition)
        entered.context.dialog = dialog
        entered.context.pendingInput = transition.input
        entered.context.highestCount = max(document.highestCount, machine(root).highestCount)
        if case .subdialog(let invocation) = transition.kind {
            try check(invocation.parameters, of: dialog, document)
            entered.context.invocation = invocation
            entered.context.invocation?.dialog = DialogPlace(document: id.uri, dialog: dialog)
            state.contexts.append(entered.context)
        } else if state.contexts.isEmpty {
            state.contexts.append(entered.context)
        } else {
            entered.context.invocation = context?.invocation
            state.contexts[state.contexts.count - 1] = entered.context
        }
        prefetch()
        if entered.isNewApplication { return try initializeApplication() }
        if entered.context.documentScope == entered.context.applicationScope { return try enterDialog() }
        try initializeDocument()
    }

    /// The scopes of the document that is entered. The application's stay where both documents have the same root:
    /// from leaf to leaf, and from a leaf to its root unless by submit (1.5.2).
    private mutating func enteredContext(
        _ id: ResourceID, root: ResourceID, _ transition: Transition
    ) -> (context: ExecutionContext, isNewApplication: Bool) {
        let isLeaf = root != id
        if let context, case .goto = transition.kind, context.root.uri == root.uri,
            isLeaf || context.machine.uri != context.root.uri
        {
            return (kept(context.applicationScope, id, root, isLeaf), false)
        }
        if let context, case .submit = transition.kind, context.root.uri == root.uri, isLeaf {
            return (kept(context.applicationScope, id, root, isLeaf), false)
        }
        let scope = makeScope(named: isLeaf ? ["application"] : ["application", "document"])
        return (kept(scope, id, root, isLeaf), true)
    }

    private mutating func kept(
        _ application: HeapReference, _ id: ResourceID, _ root: ResourceID, _ isLeaf: Bool
    ) -> ExecutionContext {
        if !isLeaf { setVariable("document", .object(application), in: application) }
        let document = isLeaf ? makeScope(named: ["document"]) : application
        return ExecutionContext(
            machine: id, root: root, applicationScope: application, documentScope: document, dialog: 0)
    }

    /// The dialog that a fragment names; without one the first.
    private func dialogIndex(_ fragment: String?, of document: DialogMachine) throws(DialogEvent) -> Int {
        if let fragment, !fragment.isEmpty { return try dialog(fragment, of: document.id) }
        guard !document.dialogs.isEmpty else { throw .badfetch("\(document.file) has no dialog") }
        return 0
    }

    private func dialog(_ id: String, of document: ResourceID) throws(DialogEvent) -> Int {
        guard let index = machine(document).dialog(named: id) else {
            throw .badfetch("\(machine(document).file) has no dialog with the id '\(id)'")
        }
        return index
    }
}
