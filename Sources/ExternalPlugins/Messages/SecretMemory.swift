import DequeModule

/// The values of sensitive parameters of late, so that they can be taken out of what a program writes to the log.
struct SecretMemory {
    private static let limit = 1_000
    private var secrets: Deque<[UInt8]> = []

    mutating func remember(_ new: [String]) {
        secrets.append(contentsOf: new.filter { !$0.isEmpty }.map { Array($0.utf8) })
        if secrets.count > Self.limit { secrets.removeFirst(secrets.count - Self.limit) }
    }

    /// The text with each of the values replaced by an ellipsis, the longest first. Byte by byte: to compare characters
    /// would miss a value before a combining mark.
    func redacting(_ text: [UInt8]) -> [UInt8] {
        var text = text
        for secret in Set(secrets).sorted(by: { $0.count > $1.count }) { text = Self.replacing(secret, in: text) }
        return text
    }

    private static func replacing(_ secret: [UInt8], in text: [UInt8]) -> [UInt8] {
        guard let first = secret.first, text.count >= secret.count else { return text }
        var result: [UInt8] = []
        var rest = text[...]
        while let index = rest.firstIndex(of: first) {
            result += rest[..<index]
            rest = rest[index...]
            if rest.starts(with: secret) {
                result += "…".utf8
                rest = rest.dropFirst(secret.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }
}
