import CallControl
import Expressions
import OrderedCollections
import Testing

@testable import ScriptEngine

@Suite("Isolated: messages")
struct MessagesTests {
    /// A heap with everything that one can hold.
    private static func environment() -> (Environment, DataTree) {
        var heap = Heap()
        let session = heap.makeScope(isReadOnly: true)
        let dialog = heap.makeScope()
        let tree = DataTree(nodes: [
            DataTree.Node(.document, name: "#document"),
            DataTree.Node(.element, name: "p:a", prefix: "p", localName: "a", namespace: "urn:x", parent: 0),
            DataTree.Node(.text, name: "#text", value: "grüß \u{1F600}", parent: 1),
            DataTree.Node(.attribute, name: "id", localName: "id", value: "b", parent: 1, isID: true),
        ])
        let document = heap.allocate(HeapObject(.document(tree), isReadOnly: true))
        let array = heap.allocate(
            HeapObject(
                .array, properties: ["extra": .bool(true)], elements: [.number(-0.0), nil, .number(.nan), .null]))
        heap[array].elements.append(.object(array))
        let values: [(ECMAString, Value)] = [
            ("text", .string(ECMAString(units: [0xD800, 0x61, 0]))), ("nothing", .undefined), ("list", .object(array)),
            ("date", .object(heap.allocate(HeapObject(.date(.infinity))))),
            ("pattern", .object(heap.allocate(HeapObject(.regularExpression(pattern: "a+", flags: "gi"))))),
            ("error", .object(heap.allocate(HeapObject(.error, properties: ["message": .string("m")])))),
            (
                "function",
                .object(
                    heap.allocate(
                        HeapObject(
                            .function(FunctionSource(text: "function () { return list }", home: [dialog, session])))))
            ),
            ("document", .object(document)),
            ("nodes", .object(heap.allocate(HeapObject(.node(of: document, .list([1, 2])))))),
        ]
        for (name, value) in values { heap.declare(name, value, in: dialog) }
        heap.declare("hidden", .string("not mentioned"), in: session)
        heap.declare("seen", .string("mentioned"), in: session)
        var environment = Environment(
            heap: heap, scopes: [dialog, session], random: SeededRandom(seed: .max), now: 1.5, zoneOffsetSeconds: -3600)
        environment.this = .object(array)
        return (environment, tree)
    }

    private static func request(
        _ text: String, in environment: Environment, known: inout KnownTrees
    ) throws -> (HeapExcerpt, [UInt8]) {
        let mentions = KnownMentions()
        let excerpt = HeapExcerpt(
            try ReachableObjects(
                mentionedIn: mentions.mentions(in: ECMAString(text)), isProgram: false, in: environment,
                mentions: { mentions.mentions(in: $0) }))
        return (excerpt, EngineRequest.evaluation(.expression, text, excerpt, in: environment, known: &known))
    }

    @Test("a request has what the text can reach, and that is the same on the other side")
    func request() throws {
        let (environment, tree) = Self.environment()
        var known = KnownTrees()
        let (_, message) = try Self.request("[this, seen]", in: environment, known: &known)
        var others = KnownTrees()
        let received = try ReceivedRequest(message, known: &others)
        let there = try #require(received.environment)
        #expect(received.text == "[this, seen]")
        #expect(others[0] == tree)
        #expect(there.now == 1.5 && there.zoneOffsetSeconds == -3600 && there.random == environment.random)
        let roots = [environment.this, .object(environment.scopes[0])]
        let otherRoots = [there.this, .object(there.scopes[0])]
        #expect(there.heap.lookup("hidden", in: there.scopes) == nil)
        var heap = environment.heap
        heap[environment.scopes[1]].properties["hidden"] = nil
        let isSame = same(heap, roots, there.heap, otherRoots)
        #expect(isSame)
    }

    @Test("a document is sent once, until there are too many")
    func documents() throws {
        let (environment, _) = Self.environment()
        var known = KnownTrees()
        var others = KnownTrees()
        let first = try Self.request("document", in: environment, known: &known).1
        let second = try Self.request("document", in: environment, known: &known).1
        #expect(second.count < first.count)
        for message in [first, second] { _ = try ReceivedRequest(message, known: &others) }
        #expect(others.trees.count == 1)
        for _ in 0..<40 {
            let (another, tree) = Self.environment()
            let message = try Self.request("document", in: another, known: &known).1
            _ = try ReceivedRequest(message, known: &others)
            #expect(known.trees.count <= 16)
            #expect(others.trees.count == known.trees.count)
            #expect(others.trees.last == tree)
        }
    }

    @Test("an answer that is cut off or altered is refused or read, and never breaks anything")
    func damaged() throws {
        let (environment, _) = Self.environment()
        var known = KnownTrees()
        let (excerpt, message) = try Self.request("[this, seen, document]", in: environment, known: &known)
        var others = KnownTrees()
        let there = try #require(try ReceivedRequest(message, known: &others).environment)
        var after = there.heap
        let new = after.makeArray([.string("new"), there.this])
        after[there.scopes[0]].properties["nothing"] = new
        after[there.scopes[0]].properties["text"] = nil
        let answer = EngineAnswer(.success(new), random: there.random, HeapChanges(from: there.heap, to: after))
            .bytes(objectCount: after.count, known: others)

        var random = SeededRandom(seed: 1)
        var refused = 0
        for length in 0..<answer.count
        where (try? EngineAnswer(Array(answer[..<length]), to: excerpt, known: known)) == nil {
            refused += 1
        }
        #expect(refused == answer.count)
        for _ in 0..<5000 {
            var damaged = answer
            for _ in 0..<3 { damaged[Int(random.next() * Double(damaged.count))] = UInt8(random.next() * 256) }
            guard let read = try? EngineAnswer(damaged, to: excerpt, known: known),
                case .success(let value) = read.outcome
            else { continue }
            var heap = environment.heap
            _ = excerpt.apply(read.changes, result: value, to: &heap)
            #expect(heap.lookup("seen", in: [environment.scopes[1]]) == .string("mentioned"))
        }

        var heap = environment.heap
        let read = try EngineAnswer(answer, to: excerpt, known: known)
        let result = excerpt.apply(read.changes, result: try read.outcome.get(), to: &heap)
        #expect(heap.lookup("nothing", in: environment.scopes) == result)
        #expect(heap.lookup("text", in: environment.scopes) == nil)
        #expect(heap[try #require(result.reference)].elements == [.string("new"), environment.this])
    }

    @Test("requests that are cut off or altered never break the process")
    func damagedRequests() throws {
        let (environment, _) = Self.environment()
        var random = SeededRandom(seed: 2)
        for _ in 0..<2000 {
            var known = KnownTrees()
            var message = try Self.request("[this, seen, document]", in: environment, known: &known).1
            for _ in 0..<3 { message[Int(random.next() * Double(message.count))] = UInt8(random.next() * 256) }
            var others = KnownTrees()
            _ = try? ReceivedRequest(message, known: &others)
        }
    }

    /// Whether two heaps hold the same; NaN is the same as NaN.
    private func same(_ heap: Heap, _ roots: [Value], _ other: Heap, _ otherRoots: [Value]) -> Bool {
        func text(_ heap: Heap, _ roots: [Value]) -> String { "\(heap.canonical(roots: roots))" }
        return text(heap, roots) == text(other, otherRoots)
    }
}
