import DequeModule

/// The values of sensitive parameters of late, so that they can be taken out of what a program writes to the log.
struct SecretMemory {
    private static let limit = 1_000
    private var secrets: Deque<String> = []

    mutating func remember(_ new: [String]) {
        secrets.append(contentsOf: new.filter { !$0.isEmpty })
        if secrets.count > Self.limit { secrets.removeFirst(secrets.count - Self.limit) }
    }

    /// The text with each of the values replaced by an ellipsis.
    func redacting(_ text: String) -> String {
        Set(secrets).sorted { $0.utf8.count > $1.utf8.count }.reduce(text) { text, secret in
            text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "…")
        }
    }
}
