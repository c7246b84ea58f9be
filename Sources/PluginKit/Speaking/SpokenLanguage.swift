/// A language that plugins have texts in for a flow to read aloud.
public enum SpokenLanguage: Hashable, Sendable, CaseIterable {
    case english, chinese

    /// The language of a tag such as `en-US` or `zh-CN` (RFC 5646); English for any that there is not.
    public init(locale: String) {
        let primary = locale.prefix { $0 != "-" && $0 != "_" }
        self = primary.lowercased() == "zh" ? .chinese : .english
    }

    /// The text in this language.
    public func choose(_ english: String, _ chinese: String) -> String {
        switch self {
        case .english: english
        case .chinese: chinese
        }
    }
}
