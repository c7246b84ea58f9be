import CallControl
import Expressions

/// What a process of the engine is asked to do.
enum EngineRequest {
    enum Kind: UInt8 {
        case expression, program, expressionCheck, programCheck

        var isCheck: Bool { self == .expressionCheck || self == .programCheck }
    }

    /// A question whether a text parses.
    static func check(_ kind: Kind, _ text: String) -> [UInt8] {
        var bytes = ByteWriter()
        bytes.write(kind.rawValue)
        bytes.write(text)
        return bytes.bytes
    }

    /// An evaluation.
    static func evaluation(
        _ kind: Kind, _ text: String, _ excerpt: HeapExcerpt, in environment: borrowing Environment,
        known: inout KnownTrees
    ) -> [UInt8] {
        var bytes = ByteWriter()
        bytes.write(kind.rawValue)
        bytes.write(text)
        let trees = known.take(excerpt.trees(of: environment.heap))
        bytes.write(trees.isFresh)
        bytes.write(trees.new) { $0.write($1) }
        excerpt.write(environment, known: known, to: &bytes)
        return bytes.bytes
    }
}

/// A request as the process reads it.
struct ReceivedRequest {
    let kind: EngineRequest.Kind
    let text: String
    /// Nil where a text is only checked.
    private(set) var environment: Environment?

    init(_ message: [UInt8], known: inout KnownTrees) throws(BadMessage) {
        var bytes = ByteReader(message)
        guard let kind = EngineRequest.Kind(rawValue: try bytes.read()) else { throw BadMessage() }
        self.kind = kind
        text = try bytes.string()
        guard !kind.isCheck else { return }
        known.receive(
            isFresh: try bytes.bool(), try bytes.list { bytes throws(BadMessage) in try bytes.dataTree() })
        environment = try Environment(bytes, known)
    }
}

extension Environment {
    /// Reads what `HeapExcerpt` wrote.
    fileprivate init(_ bytes: ByteReader, _ known: KnownTrees) throws(BadMessage) {
        var reader = HeapReader(bytes) { known[$0] }
        reader.objectCount = try reader.bytes.count()
        var heap = Heap()
        for _ in 0..<reader.objectCount { _ = heap.allocate(try reader.object()) }
        self.init(heap: heap, scopes: try reader.references())
        this = try reader.value()
        random = SeededRandom(seed: try reader.bytes.read())
        now = try reader.bytes.double()
        zoneOffsetSeconds = try reader.bytes.number() - HeapExcerpt.zoneBias
    }
}
