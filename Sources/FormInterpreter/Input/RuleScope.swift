import CallControl
import Expressions
import Grammars
import OrderedCollections

/// The variables that the tags of one matched rule see (SISR 1.0 3.3): `out`, which begins as an empty object, `rules`
/// and `meta`.
struct RuleScope {
    static let out: ECMAString = "out"

    /// The scope of `out`, `rules`, `meta` and what the tags declare.
    let variables: HeapReference
    /// What the functions of `rules` and `meta` return, by names that no tag sees.
    private let hidden: HeapReference
    private let rules: HeapReference
    private let meta: HeapReference
    /// `meta.current()`: the keys that the rule has taken so far.
    private let current: HeapReference
    private var keys: [DTMFKey] = []

    private static let latestValue: ECMAString = "latestValue"
    private static let latestMeta: ECMAString = "latestMeta"
    private static let currentMeta: ECMAString = "currentMeta"
    private static let text: ECMAString = "text"

    init(in heap: inout Heap) {
        variables = heap.makeScope()
        hidden = heap.makeScope()
        current = Self.matchedText("", in: &heap)
        let home = [hidden]
        func function(returning name: ECMAString) -> Value {
            let text = ECMAString("function () { return \(name); }")
            return .object(heap.allocate(HeapObject(.function(FunctionSource(text: text, home: home)))))
        }
        rules = heap.allocate(HeapObject(.plain, properties: ["latest": function(returning: Self.latestValue)]))
        meta = heap.allocate(
            HeapObject(
                .plain,
                properties: [
                    "latest": function(returning: Self.latestMeta), "current": function(returning: Self.currentMeta),
                ]))
        heap.declare(Self.latestValue, .undefined, in: hidden)
        heap.declare(Self.latestMeta, .undefined, in: hidden)
        heap.declare(Self.currentMeta, .object(current), in: hidden)
        heap.declare(Self.out, heap.makeObject(), in: variables)
        heap.declare("rules", .object(rules), in: variables)
        heap.declare("meta", .object(meta), in: variables)
    }

    /// The rule has taken keys of its own.
    mutating func matched(_ keys: [DTMFKey], in heap: inout Heap) {
        self.keys += keys
        heap[current].properties[Self.text] = .string(self.keys.text)
    }

    /// A rule that it refers to has this value.
    mutating func finished(_ rule: RuleMatch, _ value: Value, in heap: inout Heap) throws(ScriptFailure) {
        matched(rule.keys, in: &heap)
        let name = ECMAString(rule.rule)
        let text = Value.object(Self.matchedText(rule.keys.text, in: &heap))
        try heap.set(name: name, to: value, of: rules)
        try heap.set(name: name, to: text, of: meta)
        heap.declare(Self.latestValue, value, in: hidden)
        heap.declare(Self.latestMeta, text, in: hidden)
    }

    /// Keys are certain: the score is 1.
    private static func matchedText(_ text: String, in heap: inout Heap) -> HeapReference {
        heap.allocate(HeapObject(.plain, properties: [Self.text: .string(text), "score": .number(1)]))
    }
}
