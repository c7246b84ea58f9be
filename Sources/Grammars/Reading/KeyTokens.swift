import CallControl

/// The tokens of grammars for keys (SRGS 1.0 appendix E).
enum KeyTokens {
    /// The keys of a word; nil when something in it is no key. `star` and `pound` are other words for `*` and `#`.
    static func keys(of word: some StringProtocol) -> [DTMFKey]? {
        let keys = word.compactMap { DTMFKey($0.uppercasedKey) }
        return keys.count == word.count ? keys : named[word.lowercased()].map { [$0] }
    }

    private static let named: [String: DTMFKey] = ["star": .star, "pound": .pound]
}
