import Expressions

/// What an evaluation in a process of the engine came to.
struct EngineAnswer {
    /// Its objects have the numbers of the message.
    var outcome: Result<Value, ScriptFailure>
    var random: SeededRandom
    var changes = HeapChanges()

    init(_ outcome: Result<Value, ScriptFailure>, random: SeededRandom, _ changes: HeapChanges) {
        self.outcome = outcome
        self.random = random
        self.changes = changes
    }

    /// - Parameter count: how many objects there are, those included that the request had.
    func bytes(objectCount count: Int, known: KnownTrees) -> [UInt8] {
        var writer = HeapWriter(number: \.index, tree: { known.number(of: $0) ?? known.trees.count })
        writer.bytes.write(number: count)
        writer.bytes.write(random.state)
        switch outcome {
        case .success(let value):
            writer.bytes.write(true)
            writer.write(value)
        case .failure(let failure):
            writer.bytes.write(false)
            writer.bytes.write(failure.kind.rawValue)
            writer.bytes.write(failure.message)
        }
        changes.write(to: &writer)
        return writer.bytes.bytes
    }

    /// - Parameter excerpt: what the request had.
    init(_ message: [UInt8], to excerpt: HeapExcerpt, known: KnownTrees) throws(BadMessage) {
        var reader = HeapReader(ByteReader(message)) { known[$0] }
        reader.objectCount = try reader.bytes.number()
        guard (excerpt.count...excerpt.count + message.count).contains(reader.objectCount) else { throw BadMessage() }
        random = SeededRandom(seed: try reader.bytes.read())
        outcome = try reader.outcome()
        changes = try HeapChanges(&reader, known: excerpt.count)
    }

    /// What is wrong with a text that was checked.
    static func bytes(problem: String?) -> [UInt8] {
        var bytes = ByteWriter()
        bytes.write(problem) { $0.write($1) }
        return bytes.bytes
    }

    static func problem(_ message: [UInt8]) throws(BadMessage) -> String? {
        var bytes = ByteReader(message)
        return try bytes.optional { bytes throws(BadMessage) in try bytes.string() }
    }
}

extension HeapReader {
    fileprivate mutating func outcome() throws(BadMessage) -> Result<Value, ScriptFailure> {
        if try bytes.bool() { return .success(try value()) }
        guard let kind = ScriptFailure.Kind(rawValue: try bytes.string()) else { throw BadMessage() }
        return .failure(ScriptFailure(kind, try bytes.string()))
    }
}
