import Expressions
import OrderedCollections

/// What of the heap a text can reach: the variables that it or a function within its reach mentions, and the objects
/// that these refer to.
struct ReachableObjects {
    /// A scope, and which of its variables are shown.
    struct Scope {
        let reference: HeapReference
        /// Whether the script may hold the scope itself, so that all its variables are shown.
        var isWhole = false
        var names: [ECMAString] = []
        /// How many of the mentioned names have been looked up.
        fileprivate var examined = 0

        var isShown: Bool { isWhole || !names.isEmpty }
    }

    private(set) var scopes: [Scope] = []
    /// The objects that are no scopes, in the order in which they are met.
    private(set) var objects: [HeapReference] = []

    /// Whether names may be used that no text spells, so that all variables are shown.
    private(set) var mayUseAnyName = false

    /// The heap while it is searched: held longer, it would be copied when it changes.
    private var heap: Heap
    private let mentions: (ECMAString) throws(ScriptFailure) -> Mentions
    /// What has been met, and the variable by which it was.
    private var met: [HeapReference: ECMAString] = [:]
    private var pending: [HeapReference] = []
    private var names: [ECMAString] = []
    private var knownNames: Set<ECMAString> = []

    /// - Parameters:
    ///   - text: what the text mentions.
    ///   - isProgram: its variables become those of the nearest scope.
    ///   - mentions: what a function of that text mentions.
    /// - Throws: `ScriptFailure` where the text of a function does not parse.
    init(
        mentionedIn text: Mentions, isProgram: Bool, in environment: borrowing Environment,
        mentions: @escaping (ECMAString) throws(ScriptFailure) -> Mentions
    ) throws(ScriptFailure) {
        heap = environment.heap
        self.mentions = mentions
        for scope in environment.scopes { add(scope) }
        mention(text)
        if text.usesThis || isProgram, let nearest = environment.scopes.first { showWhole(nearest) }
        visit(environment.this, by: "this")
        while try extend() {}
        heap = Heap()
    }

    /// The scopes of a chain that have to be there.
    func shown(of chain: [HeapReference]) -> [HeapReference] {
        chain.filter { reference in scopes.contains { $0.reference == reference && $0.isShown } }
    }

    /// How many scopes of a chain a compiled text takes.
    func scopeCount(_ chain: [HeapReference], for text: ScriptText) -> Int {
        shown(of: chain).count + (text.needsEval ? 1 : 0)
    }

    /// The variable by which an object was met first.
    func variable(reaching reference: HeapReference) -> ECMAString? { met[reference] }

    private mutating func add(_ scope: HeapReference) {
        if !scopes.contains(where: { $0.reference == scope }) { scopes.append(Scope(reference: scope)) }
    }

    private mutating func mention(_ mentions: Mentions) {
        if mentions.mayUseAnyName { mayUseAnyName = true }
        for name in mentions.names where knownNames.insert(name).inserted { names.append(name) }
    }

    private mutating func showWhole(_ scope: HeapReference) {
        add(scope)
        guard let index = scopes.firstIndex(where: { $0.reference == scope }), !scopes[index].isWhole else { return }
        scopes[index].isWhole = true
        for (name, value) in heap[scope].properties { visit(value, by: name) }
    }

    private mutating func visit(_ value: Value, by variable: ECMAString) {
        guard case .object(let reference) = value, met[reference] == nil else { return }
        met[reference] = variable
        pending.append(reference)
    }

    /// Looks up what has been mentioned since, and follows what has been met.
    /// - Returns: whether there was anything to do.
    private mutating func extend() throws(ScriptFailure) -> Bool {
        var didSomething = false
        var index = 0
        while index < scopes.count {
            if !scopes[index].isWhole {
                if mayUseAnyName {
                    showWhole(scopes[index].reference)
                    didSomething = true
                } else {
                    lookUpNames(inScope: index)
                }
            }
            index += 1
        }
        while let reference = pending.popLast() {
            didSomething = true
            try follow(reference)
        }
        return didSomething
    }

    private mutating func lookUpNames(inScope index: Int) {
        while scopes[index].examined < names.count {
            let name = names[scopes[index].examined]
            scopes[index].examined += 1
            guard let value = heap.get(name: name, of: scopes[index].reference) else { continue }
            scopes[index].names.append(name)
            visit(value, by: name)
        }
    }

    private mutating func follow(_ reference: HeapReference) throws(ScriptFailure) {
        let object = heap[reference]
        switch object.kind {
        case .scope:
            showWhole(reference)
            return
        case .function(let source):
            mention(try mentions(source.text))
            for scope in source.home { add(scope) }
        case .node(let document, _): visit(.object(document), by: met[reference] ?? "")
        case .inheriting(let prototype): visit(.object(prototype), by: met[reference] ?? "")
        case .plain, .wrapper, .array, .date, .regularExpression, .error, .document: break
        }
        objects.append(reference)
        let variable = met[reference] ?? ""
        for case let element? in object.elements { visit(element, by: variable) }
        for value in object.properties.values { visit(value, by: variable) }
    }
}
