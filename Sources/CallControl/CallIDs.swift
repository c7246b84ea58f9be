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
public struct ResourceID: Hashable, Codable, Sendable {
    /// The absolute URI, without a fragment but for a grammar's rule.
    public var uri: String
    /// A hash of the content in hexadecimal.
    public var digest: String

    public init(uri: String, digest: String) {
        self.uri = uri
        self.digest = digest
    }
}
