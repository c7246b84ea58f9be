import PluginKit

/// What a currency is called, and how amounts of it are said.
struct CurrencyName: Sendable {
    private let one, many, hundredth, hundredths: String
    private let chinese, chineseHundredth: String

    private init(
        _ one: String, _ many: String, _ hundredth: String, _ hundredths: String, _ chinese: String,
        _ chineseHundredth: String
    ) {
        (self.one, self.many, self.hundredth, self.hundredths) = (one, many, hundredth, hundredths)
        (self.chinese, self.chineseHundredth) = (chinese, chineseHundredth)
    }

    /// By their codes of ISO 4217.
    static let all: [String: CurrencyName] = [
        "CHF": .init("franc", "francs", "centime", "centimes", "瑞士法郎", "生丁"),
        "CNY": .init("yuan", "yuan", "fen", "fen", "元", "分"),
        "EUR": .init("euro", "euros", "cent", "cents", "欧元", "欧分"),
        "GBP": .init("pound", "pounds", "penny", "pence", "英镑", "便士"),
        "SEK": .init("krona", "kronor", "öre", "öre", "瑞典克朗", "欧尔"),
        "USD": .init("dollar", "dollars", "cent", "cents", "美元", "美分"),
    ]

    /// - Parameters:
    ///   - whole: from 0.
    ///   - rest: hundredths, from 0 to 99.
    func amount(_ whole: Int, _ rest: Int, _ language: SpokenLanguage) -> String {
        switch language {
        case .english:
            let units = "\(whole) \(whole == 1 ? one : many)"
            let parts = "\(rest) \(rest == 1 ? hundredth : hundredths)"
            if rest == 0 { return units }
            return whole == 0 ? parts : "\(units) and \(parts)"
        case .chinese:
            let parts = rest == 0 ? "" : chinese == "元" ? jiaoAndFen(rest, after: whole) : "\(rest)\(chineseHundredth)"
            return whole == 0 && rest > 0 ? parts : "\(whole)\(chinese)\(parts)"
        }
    }

    /// A yuan has ten jiao of ten fen: `8角5分`, `零5分`.
    private func jiaoAndFen(_ rest: Int, after whole: Int) -> String {
        let (jiao, fen) = (rest / 10, rest % 10)
        if jiao == 0 { return whole == 0 ? "\(fen)分" : "零\(fen)分" }
        return fen == 0 ? "\(jiao)角" : "\(jiao)角\(fen)分"
    }
}
