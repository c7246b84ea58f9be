import CallControl
import PluginKit

/// How fax numbers are dialled, and which of them may be.
struct NumberPlan: Sendable {
    /// As `49`; nil: numbers are international.
    private let country: String?
    private let trunk: String
    private let area: String?
    private let allowed: [String]
    private let refused: [String]

    init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        country = try Self.digits("country", configuration)
        trunk = try Self.digits("trunk", configuration) ?? "0"
        area = try Self.digits("area", configuration)
        allowed = try Self.prefixes("allow", configuration)
        refused = try Self.prefixes("refuse", configuration)
        if country == nil, area != nil { throw configuration.error("the setting 'area' needs 'country'") }
    }

    /// The international number, as `+4940123456`, for what a caller keyed in; nil when it is none.
    func number(_ text: String) -> String? {
        guard let keyed = PhoneNumber(text)?.digits else { return nil }
        let number = keyed.hasPrefix("+") ? keyed : national(keyed)
        // E.164: 15 digits at most. Shorter than seven with the country's are services, not lines.
        guard let number, (8...16).contains(number.count), number.dropFirst().first != "0" else { return nil }
        return number
    }

    private func national(_ digits: String) -> String? {
        guard let country else { return nil }
        if !trunk.isEmpty, digits.hasPrefix(trunk) { return "+" + country + digits.dropFirst(trunk.count) }
        return area.map { "+" + country + $0 + digits }
    }

    /// Whether faxes go there: the longest prefix that fits decides.
    func allows(_ number: String) -> Bool {
        func longest(_ prefixes: [String]) -> Int? { prefixes.filter(number.hasPrefix).map(\.count).max() }
        let refusal = longest(refused) ?? -1
        return (longest(allowed) ?? (allowed.isEmpty ? 0 : -1)) > refusal
    }

    /// The digits one by one, as they are dialled within the country.
    func spoken(_ number: String, _ language: SpokenLanguage) -> String {
        let isNational = country.map { number.hasPrefix("+" + $0) } ?? false
        let dialled = isNational ? trunk + number.dropFirst(1 + (country?.count ?? 0)) : String(number.dropFirst())
        let digits = Spoken.digits(dialled, pauseAfter: 3, in: language)
        return (isNational ? "" : language.choose("plus ", "加 ")) + digits
    }

    private static func digits(
        _ setting: String, _ configuration: PluginConfiguration
    ) throws(PluginConfigurationError) -> String? {
        guard let text = try configuration.text(setting) else { return nil }
        guard text.count <= 6, text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            throw configuration.error("the setting '\(setting)' is no digits")
        }
        return text
    }

    private static func prefixes(
        _ setting: String, _ configuration: PluginConfiguration
    ) throws(PluginConfigurationError) -> [String] {
        var prefixes: [String] = []
        for word in try (configuration.text(setting) ?? "").split(whereSeparator: { $0.isWhitespace }) {
            let digits = word.hasPrefix("+") ? word.dropFirst() : word
            guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
                throw configuration.error("the setting '\(setting)' is no list of prefixes such as +49 +43")
            }
            prefixes.append("+" + digits)
        }
        return prefixes
    }
}
