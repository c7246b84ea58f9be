import CallControl

/// What is wrong with a line: why, without what stands in it, which may be keys.
struct BadLine: Error, Equatable {
    var message: String

    init(_ message: String) { self.message = message }
}

/// The members of a JSON object as a gateway sends it.
struct Fields {
    private let object: JSONValue
    /// What errors put before the name of a field: `redirect.`.
    private let prefix: String

    /// Integers have no more than 53 bits.
    static let largestInteger = 1 << 53 - 1
    static let longestDuration = CallDuration.seconds(24 * 3600)

    init(_ object: JSONValue, prefix: String = "") {
        self.object = object
        self.prefix = prefix
    }

    func has(_ name: String) -> Bool { object[name] != nil }

    func error(_ name: String, _ what: String) -> BadLine { BadLine("'\(prefix)\(name)' \(what)") }

    /// The value of a field that must be there, made of its JSON by `read`.
    func required<Value>(
        _ name: String, _ read: (String) throws(BadLine) -> Value?
    ) throws(BadLine) -> Value {
        guard let value = try read(name) else { throw error(name, "is missing") }
        return value
    }

    func string(_ name: String) throws(BadLine) -> String? {
        switch object[name] {
        case nil: return nil
        case .string(let text)?: return text
        default: throw error(name, "is no string")
        }
    }

    func bool(_ name: String) throws(BadLine) -> Bool? {
        switch object[name] {
        case nil: return nil
        case .bool(let value)?: return value
        default: throw error(name, "is neither true nor false")
        }
    }

    func integer(_ name: String) throws(BadLine) -> Int? {
        switch object[name] {
        case nil: return nil
        case .number(let number)?:
            guard let integer = Int(exactly: number), (0...Self.largestInteger).contains(integer) else { fallthrough }
            return integer
        default: throw error(name, "is no integer from 0 to 2^53-1")
        }
    }

    /// Milliseconds; more than 24 hours count as 24 hours.
    func duration(_ name: String) throws(BadLine) -> CallDuration? {
        try integer(name).map { min(CallDuration(milliseconds: $0), Self.longestDuration) }
    }

    func serial<ID: CallSerial>(_ name: String) throws(BadLine) -> ID? {
        try integer(name).map(ID.init(rawValue:))
    }

    func object(_ name: String) throws(BadLine) -> JSONValue? {
        switch object[name] {
        case nil: return nil
        case .object(let members)?: return .object(members)
        default: throw error(name, "is no object")
        }
    }

    func array(_ name: String) throws(BadLine) -> [JSONValue]? {
        switch object[name] {
        case nil: return nil
        case .array(let elements)?: return elements
        default: throw error(name, "is no list")
        }
    }

    /// One key.
    func key(_ name: String) throws(BadLine) -> DTMFKey? {
        guard let text = try string(name) else { return nil }
        guard text.count == 1, let key = text.first.flatMap(DTMFKey.init) else {
            throw error(name, "is not one of the keys 0-9 * # A-D")
        }
        return key
    }

    /// Keys one after another.
    func keys(_ name: String) throws(BadLine) -> [DTMFKey]? {
        guard let text = try string(name) else { return nil }
        var keys: [DTMFKey] = []
        keys.reserveCapacity(text.utf8.count)
        for character in text {
            guard let key = DTMFKey(character) else { throw error(name, "has other characters than 0-9 * # A-D") }
            keys.append(key)
        }
        return keys
    }

    /// One of the words that a type has.
    func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, _ type: Word.Type = Word.self
    ) throws(BadLine) -> Word? where Word.RawValue == String {
        guard let text = try string(name) else { return nil }
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw error(name, "is none of \(words)")
        }
        return word
    }
}
