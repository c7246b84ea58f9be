public import Diagnostics
public import Dialogs

/// Dialogs that no call can come to.
public enum Reachability {
    /// Warns of every dialog to which nothing in these documents leads, the documents being a whole application or all
    /// that is known of one.
    ///
    /// A document is entered at its first dialog when something names it without a fragment. A dialog of document
    /// scope is active wherever its document is. Where a target that a call can come to is an expression, it may be
    /// any dialog that has an id, and any document.
    /// - Parameter entry: The URIs of the documents at which calls start; nil: each may be one.
    public static func unreachableDialogs(in documents: [Document], entry: [String]? = nil) -> [Diagnostic] {
        var walk = ReachabilityWalk(documents)
        for document in documents where entry?.contains(document.uri) ?? true {
            walk.visit(document.uri, fragment: nil)
        }
        walk.run()
        return documents.enumerated().flatMap { number, document in
            document.dialogs.enumerated().compactMap { index, dialog in
                let place = ReachabilityWalk.Place(document: number, dialog: index)
                guard !walk.reached.contains(place) else { return nil }
                return Finding.unreachableDialog(dialog.id, at: dialog.position).diagnostic(in: document.file)
            }
        }
    }
}

/// Follows all targets from where calls start.
private struct ReachabilityWalk {
    struct Place: Hashable {
        var document: Int
        var dialog: Int
    }

    /// What has been come to and is still to be followed.
    private enum Step {
        case document(Int)
        case dialog(Place)
    }

    private let documents: [Document]
    private let numbers: [String: Int]
    /// Of each document, by the dialog that they stand in.
    private let targets: [[Int?: [Target]]]
    private(set) var reached: Set<Place> = []
    private var waiting: [Step] = []
    private var enteredDocuments: Set<Int> = []
    private var anythingWithID = false

    init(_ documents: [Document]) {
        self.documents = documents
        numbers = Dictionary(
            documents.enumerated().map { ($1.uri, $0) }, uniquingKeysWith: { first, _ in first })
        targets = documents.map { Dictionary(grouping: TargetCollector($0).targets, by: \.dialog) }
    }

    mutating func run() {
        while let step = waiting.popLast() {
            switch step {
            case .document(let number): followDocument(number)
            case .dialog(let place): follow(place.document, place.dialog)
            }
        }
    }

    mutating func visit(_ uri: String, fragment: String?) {
        guard let number = numbers[uri] else { return }
        let document = documents[number]
        enter(number)
        if let fragment {
            if let dialog = document.dialog(named: fragment) { reach(Place(document: number, dialog: dialog)) }
        } else if !document.dialogs.isEmpty {
            reach(Place(document: number, dialog: 0))
        }
    }

    private mutating func enter(_ number: Int) {
        if enteredDocuments.insert(number).inserted { waiting.append(.document(number)) }
    }

    /// What belongs to the document, and to its application root, is active in each of its dialogs.
    private mutating func followDocument(_ number: Int) {
        let document = documents[number]
        follow(number, nil)
        for (index, dialog) in document.dialogs.enumerated() where dialog.hasDocumentScope {
            reach(Place(document: number, dialog: index))
        }
        let root = document.application.flatMap { document.resolve($0.text) }
        if let root = root.flatMap({ numbers[$0.document] }) { enter(root) }
    }

    private mutating func reach(_ place: Place) {
        if reached.insert(place).inserted { waiting.append(.dialog(place)) }
    }

    /// - Parameter dialog: nil: what stands in the document itself.
    private mutating func follow(_ number: Int, _ dialog: Int?) {
        for target in targets[number][dialog] ?? [] {
            switch target.destination {
            case .computed: reachAnythingWithID()
            case .uri(let text):
                if let goal = documents[number].resolve(text.text) {
                    visit(goal.document, fragment: goal.fragment)
                }
            }
        }
    }

    private mutating func reachAnythingWithID() {
        guard !anythingWithID else { return }
        anythingWithID = true
        for (number, document) in documents.enumerated() {
            visit(document.uri, fragment: nil)
            for (index, dialog) in document.dialogs.enumerated() where dialog.id != nil {
                reach(Place(document: number, dialog: index))
            }
        }
    }
}

extension Dialog {
    /// Whether what its grammars match leads to it from anywhere in the document.
    fileprivate var hasDocumentScope: Bool {
        switch self {
        case .form(let form): form.scope?.text == "document" || form.grammars.contains { $0.scope?.text == "document" }
        case .menu(let menu): menu.scope?.text == "document"
        }
    }
}
