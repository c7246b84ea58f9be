import CallControl
import Expressions
import OrderedCollections

/// Writes values and objects of a heap, with the numbers that its objects have in a message.
struct HeapWriter {
    var bytes = ByteWriter()
    private let number: (HeapReference) -> Int
    private let tree: (DataTree) -> Int

    /// - Parameters:
    ///   - number: of an object in the message.
    ///   - tree: the number of a document of `<data>`, which both sides have.
    init(number: @escaping (HeapReference) -> Int, tree: @escaping (DataTree) -> Int) {
        self.number = number
        self.tree = tree
    }

    mutating func write(_ reference: HeapReference) { bytes.write(number: number(reference)) }

    mutating func write(_ value: Value?) {
        switch value {
        case nil: bytes.write(ValueTag.hole.rawValue)
        case .undefined: bytes.write(ValueTag.undefined.rawValue)
        case .null: bytes.write(ValueTag.null.rawValue)
        case .bool(let value): bytes.write((value ? ValueTag.true : .false).rawValue)
        case .number(let value):
            bytes.write(ValueTag.number.rawValue)
            bytes.write(value)
        case .string(let text):
            bytes.write(ValueTag.string.rawValue)
            bytes.write(text)
        case .object(let reference):
            bytes.write(ValueTag.object.rawValue)
            write(reference)
        }
    }

    /// - Parameter names: the properties to write; nil: all of them.
    mutating func write(_ object: HeapObject, names: [ECMAString]? = nil) {
        write(object.kind)
        bytes.write(object.isReadOnly)
        bytes.write(number: object.elements.count)
        for element in object.elements { write(element) }
        if let names {
            bytes.write(number: names.count)
            for name in names { write(name, object.properties[name] ?? .undefined) }
        } else {
            bytes.write(number: object.properties.count)
            for (name, value) in object.properties { write(name, value) }
        }
    }

    mutating func write(_ name: ECMAString, _ value: Value) {
        bytes.write(name)
        write(value)
    }

    mutating func write(_ references: [HeapReference]) {
        bytes.write(number: references.count)
        for reference in references { write(reference) }
    }

    private mutating func write(_ kind: HeapObject.Kind) {
        bytes.write(KindTag(kind).rawValue)
        switch kind {
        case .plain, .array, .error, .scope: break
        case .inheriting(let prototype): write(prototype)
        case .wrapper(let value): write(value)
        case .function(let source):
            bytes.write(source.text)
            write(source.home)
        case .date(let time): bytes.write(time)
        case .regularExpression(let pattern, let flags):
            bytes.write(pattern)
            bytes.write(flags)
        case .document(let tree): bytes.write(number: self.tree(tree))
        case .node(let document, let part):
            write(document)
            bytes.write(part.text)
        }
    }
}

/// How a value begins in a message.
enum ValueTag: UInt8 {
    case undefined, null, `false`, `true`, number, string, object, hole
}

/// How an object begins in a message.
enum KindTag: UInt8 {
    case plain, inheriting, wrapper, array, function, date, regularExpression, error, scope, document, node

    init(_ kind: HeapObject.Kind) {
        self =
            switch kind {
            case .plain: .plain
            case .inheriting: .inheriting
            case .wrapper: .wrapper
            case .array: .array
            case .function: .function
            case .date: .date
            case .regularExpression: .regularExpression
            case .error: .error
            case .scope: .scope
            case .document: .document
            case .node: .node
            }
    }
}
