/// A number that names one prompt, recording, transfer, invocation or fetch within its call: 1, 2, 3, …
public protocol CallSerial: RawRepresentable, Hashable, Comparable, Codable, Sendable where RawValue == Int {
    init(rawValue: Int)
}

extension CallSerial {
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a `play` command.
public struct PromptID: CallSerial {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Names a `record` command.
public struct RecordID: CallSerial {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Names a `transfer` command.
public struct TransferID: CallSerial {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Names an `invoke` command.
public struct InvocationID: CallSerial {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Names a `fetch` command.
public struct FetchID: CallSerial {
    public var rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// Names a fetched and compiled resource (document, grammar, script) for good: where it came from and what it was.
public struct ResourceID: Sendable {
    /// One object: a call copies such names at every step, holds some for each grammar that listens, and compares them.
    private let name: Name

    private final class Name: Sendable {
        let uri: String
        let digest: String
        /// Of both: tables of resources are asked at every event.
        let hash: Int

        init(uri: String, digest: String) {
            self.uri = uri
            self.digest = digest
            var hasher = Hasher()
            hasher.combine(uri)
            hasher.combine(digest)
            hash = hasher.finalize()
        }
    }

    public init(uri: String, digest: String) { name = Name(uri: uri, digest: digest) }

    /// The absolute URI, without a fragment but for a grammar's rule.
    public var uri: String { name.uri }
    /// A hash of the content in hexadecimal.
    public var digest: String { name.digest }
}

extension ResourceID: Hashable {
    public static func == (left: Self, right: Self) -> Bool {
        left.name === right.name
            || (left.name.hash == right.name.hash && left.digest == right.digest && left.uri == right.uri)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(name.hash) }
}

extension ResourceID: Codable {
    private enum Key: String, CodingKey {
        case uri, digest
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            uri: try container.decode(String.self, forKey: .uri),
            digest: try container.decode(String.self, forKey: .digest))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(uri, forKey: .uri)
        try container.encode(digest, forKey: .digest)
    }
}
