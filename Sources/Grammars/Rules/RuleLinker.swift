import Diagnostics

/// Follows references from rule to rule and document to document, and lays the rules out flat.
struct RuleLinker {
    private struct RuleKey: Hashable {
        var document: String
        var rule: Int
    }

    private let main: GrammarDocument
    private let library: [String: GrammarDocument]
    private var network = RuleNetwork()
    private var indices: [RuleKey: Int] = [:]
    private var pending: [(document: GrammarDocument, rule: Int)] = []
    private var headers: [String: Int] = [:]

    private init(main: GrammarDocument, library: [String: GrammarDocument]) {
        self.main = main
        self.library = library
    }

    /// All rules of the document, the root first, and what they need of the library.
    static func link(
        _ document: GrammarDocument, root: Int, library: [String: GrammarDocument]
    ) throws(GrammarError) -> RuleNetwork {
        var linker = RuleLinker(main: document, library: library)
        _ = linker.index(of: root, in: document)
        for rule in document.rules.indices { _ = linker.index(of: rule, in: document) }
        try linker.layOut()
        return linker.network
    }

    private mutating func layOut() throws(GrammarError) {
        var done = 0
        while done < pending.count {
            let (document, rule) = pending[done]
            let start = network.nodes.count
            _ = try add(document.rules[rule].expansion, of: document)
            network.rules.append(
                .init(
                    name: document.rules[rule].name, header: header(of: document),
                    nodes: start..<network.nodes.count, file: document.file, position: document.rules[rule].position))
            done += 1
        }
    }

    private mutating func index(of rule: Int, in document: GrammarDocument) -> Int {
        let key = RuleKey(document: document.uri, rule: rule)
        if let index = indices[key] { return index }
        indices[key] = pending.count
        pending.append((document, rule))
        return pending.count - 1
    }

    private mutating func header(of document: GrammarDocument) -> Int {
        if let index = headers[document.uri] { return index }
        let tags = document.headerTags.map { addTag($0) }
        network.headers.append(.init(tagFormat: document.tagFormat, tags: tags))
        headers[document.uri] = network.headers.count - 1
        return network.headers.count - 1
    }

    private mutating func addTag(_ text: String) -> GrammarTag {
        let tag = GrammarTag(id: network.tags.count, text: text)
        network.tags.append(tag)
        return tag
    }

    // MARK: Nodes

    /// Adds an expansion's nodes, its own last, and gives the index of its own. Its depth is that of the XML.
    private mutating func add(
        _ expansion: RuleExpansion, of document: GrammarDocument
    ) throws(GrammarError) -> Int32 {
        switch expansion {
        case .null: return add(.empty)
        case .void: return add(.fail)
        case .garbage: return try add(.anyKeys, of: document)
        case .tag(let text): return add(.tag(Int32(addTag(text).id)))
        case .key(let set): return add(.run(addKeys([set])))
        case .reference(let reference): return add(.rule(Int32(try resolve(reference, of: document))))
        case .sequence(let parts): return try addSequence(parts, of: document)
        case .alternatives(let parts):
            var nodes: [Int32] = []
            for part in parts { nodes.append(try add(part, of: document)) }
            return add(.alternatives(addChildren(nodes)))
        case .repetition(let part, let repetition):
            let child = try add(part, of: document)
            if repetition == .exactly(1) { return child }
            if repetition.maximum == 0 { return add(.empty) }
            return add(
                .repetition(
                    child, minimum: Int16(repetition.minimum),
                    maximum: repetition.maximum.map { Int16($0) } ?? RuleNetwork.noMaximum))
        }
    }

    private mutating func addSequence(
        _ parts: [RuleExpansion], of document: GrammarDocument
    ) throws(GrammarError) -> Int32 {
        var nodes: [Int32] = []
        var run: [KeySet] = []
        for part in parts {
            if case .key(let set) = part {
                run.append(set)
                continue
            }
            if !run.isEmpty { nodes.append(add(.run(addKeys(run)))) }
            run = []
            nodes.append(try add(part, of: document))
        }
        if !run.isEmpty { nodes.append(add(.run(addKeys(run)))) }
        return nodes.count == 1 ? nodes[0] : add(.sequence(addChildren(nodes)))
    }

    private mutating func add(_ node: RuleNetwork.Node) -> Int32 {
        network.nodes.append(node)
        return Int32(network.nodes.count - 1)
    }

    private mutating func addKeys(_ keys: [KeySet]) -> Range<Int32> {
        network.keys.append(contentsOf: keys)
        return Int32(network.keys.count - keys.count)..<Int32(network.keys.count)
    }

    private mutating func addChildren(_ nodes: [Int32]) -> Range<Int32> {
        network.children.append(contentsOf: nodes)
        return Int32(network.children.count - nodes.count)..<Int32(network.children.count)
    }

    // MARK: References

    private mutating func resolve(
        _ reference: RuleReference, of document: GrammarDocument
    ) throws(GrammarError) -> Int {
        let place = GrammarPlace(file: document.file, position: reference.position)
        switch reference.target {
        case .local(let name):
            guard let rule = document.index(of: name) else { throw GrammarError(.missingRule(name, at: place)) }
            return index(of: rule, in: document)
        case .external(let uri, let name):
            guard let target = uri == document.uri ? document : uri == main.uri ? main : library[uri] else {
                throw GrammarError(.unreadDocument(uri, at: place))
            }
            guard target.mode == .dtmf else { throw GrammarError(.voiceReference(uri, at: place)) }
            return index(of: try Self.rule(name, of: target, at: place), in: target)
        }
    }

    /// The rule that a reference from outside means: a public one, or the root.
    static func rule(
        _ name: String?, of document: GrammarDocument, at place: GrammarPlace
    ) throws(GrammarError) -> Int {
        guard let name else {
            guard let root = document.root else { throw GrammarError(.withoutRoot(document.uri, at: place)) }
            guard let rule = document.index(of: root) else { throw GrammarError(.missingRoot(root, at: place)) }
            return rule
        }
        guard let rule = document.index(of: name) else { throw GrammarError(.missingRule(name, at: place)) }
        guard document.rules[rule].isPublic else { throw GrammarError(.privateRule(name, of: document.uri, at: place)) }
        return rule
    }
}
