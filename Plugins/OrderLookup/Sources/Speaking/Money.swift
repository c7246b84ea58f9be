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

    /// `74 euros and 80 cents`, `74欧元80欧分`, `268元8角`; a currency without a name is spelt: `74.80 X A U`.
    func spoken(_ language: SpokenLanguage) -> String {
        guard let unit = CurrencyName.all[currency] else { return "\(decimal) \(Spoken.digits(currency))" }
        return unit.amount(cents / 100, cents % 100, language)
    }

    /// What a flow is told of it.
    func fields(_ language: SpokenLanguage) -> JSONValue {
        [
            "amount": .string(decimal), "cents": .number(Double(cents)), "currency": .string(currency),
            "amountSpoken": .string(spoken(language)),
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
}
