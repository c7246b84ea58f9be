import CallControl

/// A text in which `…` stands for anything, also for nothing, and white space counts only as a separator.
public struct TextPattern: Hashable, Sendable, CustomStringConvertible {
    /// The wildcard, U+2026.
    public static let wildcard: Character = "…"

    /// As it was written, with white space collapsed.
    public let description: String
    private let segments: [String]

    public init(_ text: String) {
        description = text.collapsingWhitespace()
        segments = description.split(separator: Self.wildcard, omittingEmptySubsequences: false)
            .map { String($0).collapsingWhitespace() }
    }

    /// Several patterns, one behind the other.
    init(joining patterns: [TextPattern]) { self.init(patterns.map(\.description).joined(separator: " ")) }

    /// Whether the whole text fits.
    public func matches(_ text: String) -> Bool {
        let text = text.collapsingWhitespace()
        guard let first = segments.first, let last = segments.last, segments.count > 1 else {
            return text == description
        }
        guard text.hasPrefix(first) else { return false }
        var rest = text.dropFirst(first.count)
        for segment in segments.dropFirst().dropLast() where !segment.isEmpty {
            guard let found = rest.range(of: segment) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.count >= last.count && rest.hasSuffix(last)
    }
}

extension Substring {
    /// Where the text first occurs.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text), let end = index(start, offsetBy: text.count, limitedBy: endIndex) {
                return start..<end
            }
            start = index(after: start)
        }
        return nil
    }
}
