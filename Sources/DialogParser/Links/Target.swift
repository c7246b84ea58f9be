import CallControl
import Diagnostics
import Dialogs

/// A place in a document that leads to a dialog, maybe of another document.
struct Target {
    enum Destination {
        /// As written in the document.
        case uri(SourceText)
        /// An expression: anything.
        case computed
    }

    /// The dialog that it stands in, by index; nil when it stands in the document itself.
    var dialog: Int?
    var destination: Destination
}

/// A literal `nextitem`.
struct ItemTarget {
    /// The dialog that it stands in, by index; nil when it stands in the document itself.
    var dialog: Int?
    var name: SourceText
}

/// Everything in a document that leads somewhere.
struct TargetCollector {
    private(set) var targets: [Target] = []
    private(set) var items: [ItemTarget] = []
    private var dialog: Int?

    init(_ document: Document) {
        add(document.links)
        add(document.handlers)
        for (index, dialog) in document.dialogs.enumerated() {
            self.dialog = index
            switch dialog {
            case .form(let form): add(form)
            case .menu(let menu): add(menu)
            }
        }
    }

    private mutating func add(_ form: Form) {
        add(form.links)
        add(form.handlers)
        for filled in form.filleds { add(filled.content) }
        for item in form.items {
            switch item.kind {
            case .block(let content): add(content)
            case .subdialog(let subdialog): add(subdialog.target)
            case .field, .initial, .object, .transfer, .record: break
            }
            add(item.links)
            add(item.handlers)
            for filled in item.filleds { add(filled.content) }
        }
    }

    private mutating func add(_ menu: Menu) {
        add(menu.links)
        add(menu.handlers)
        for choice in menu.choices { add(choice.target) }
    }

    private mutating func add(_ links: [Link]) {
        for link in links { add(link.target) }
    }

    private mutating func add(_ handlers: [Catch]) {
        for handler in handlers { add(handler.content) }
    }

    private mutating func add(_ target: SelectionTarget) {
        if case .document(let uri) = target { add(uri) }
    }

    private mutating func add(_ uri: LiteralOrExpression) {
        let destination: Target.Destination =
            switch uri {
            case .literal(let text): .uri(text)
            case .expression: .computed
            }
        targets.append(Target(dialog: dialog, destination: destination))
    }

    /// The reader's limit of depth bounds the recursion through `<if>` and `<foreach>`.
    private mutating func add(_ content: [ExecutableContent]) {
        for step in content {
            switch step {
            case .if(let element): for branch in element.branches { add(branch.content) }
            case .foreach(let foreach): add(foreach.content)
            case .submit(let submit): add(submit.target)
            case .goto(let goto):
                switch goto.target {
                case .document(let uri): add(uri)
                case .item(.literal(let name)): items.append(ItemTarget(dialog: dialog, name: name))
                case .item(.expression): break
                }
            case .variable, .assign, .clear, .script, .exit, .return, .disconnect, .throw, .reprompt, .log, .prompt,
                .data:
                break
            }
        }
    }
}

extension Document {
    /// What relative URIs resolve against.
    var baseURI: String { base.flatMap { URIReference.resolve($0.text, against: uri) } ?? uri }

    /// The document and the fragment that a URI in this document means; a mere fragment means this document.
    func resolve(_ reference: String) -> (document: String, fragment: String?)? {
        let (path, fragment) = URIReference.split(reference)
        if path.isEmpty { return (uri, fragment) }
        return URIReference.resolve(path, against: baseURI).map { ($0, fragment) }
    }
}
