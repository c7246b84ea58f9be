import CallControl
import PluginKit

/// An amount in a currency of hundredths.
struct Money {
    let cents: Int
    let currency: String

    /// `74.80`
    var decimal: String {
        let rest = cents.magnitude % 100
        return "\(cents < 0 ? "-" : "")\(cents.magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// `74 euros and 80 cents`; a currency without a name is spelt: `74.80 X A U`.
    var spoken: String {
        guard let names = Self.names[currency] else { return "\(decimal) \(Spoken.digits(currency))" }
        let (whole, rest) = (cents / 100, cents % 100)
        let units = "\(whole) \(whole == 1 ? names.unit : names.units)"
        let hundredths = "\(rest) \(rest == 1 ? names.hundredth : names.hundredths)"
        if rest == 0 { return units }
        return whole == 0 ? hundredths : "\(units) and \(hundredths)"
    }

    /// What a flow is told of it.
    var fields: JSONValue {
        [
            "amount": .string(decimal), "cents": .number(Double(cents)), "currency": .string(currency),
            "amountSpoken": .string(spoken),
        ]
    }

    /// The hundredths of `74.80`, `74.8` or `74`; nil for anything else and above ten million.
    static func cents(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let whole = Int(parts[0]), whole <= 10_000_000
        else { return nil }
        guard parts.count == 2 else { return whole * 100 }
        guard parts[1].utf8.count <= 2, let rest = Int(parts[1]) else { return nil }
        return whole * 100 + (parts[1].utf8.count == 1 ? rest * 10 : rest)
    }

    private static let names: [String: (unit: String, units: String, hundredth: String, hundredths: String)] = [
        "CHF": ("franc", "francs", "centime", "centimes"),
        "EUR": ("euro", "euros", "cent", "cents"),
        "GBP": ("pound", "pounds", "penny", "pence"),
        "SEK": ("krona", "kronor", "öre", "öre"),
        "USD": ("dollar", "dollars", "cent", "cents"),
    ]
}
