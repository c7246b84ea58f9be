import CallControl
import PluginKit
import Testing

@testable import OrderLookup

@Suite("Text that is read aloud")
struct SpokenTests {
    @Test(
        "amounts",
        arguments: [
            (7480, "EUR", "74.80", "74 euros and 80 cents"), (101, "EUR", "1.01", "1 euro and 1 cent"),
            (500, "USD", "5.00", "5 dollars"), (100, "USD", "1.00", "1 dollar"), (5, "GBP", "0.05", "5 pence"),
            (1, "GBP", "0.01", "1 penny"), (0, "CHF", "0.00", "0 francs"), (124_900, "SEK", "1249.00", "1249 kronor"),
            (7480, "XAU", "74.80", "74.80 X A U"),
        ])
    func money(cents: Int, currency: String, decimal: String, spoken: String) {
        let money = Money(cents: cents, currency: currency)
        #expect(money.decimal == decimal)
        #expect(money.spoken(.english) == spoken)
    }

    @Test(
        "amounts in Chinese",
        arguments: [
            (7480, "EUR", "74欧元80欧分"), (26_800, "CNY", "268元"), (7480, "CNY", "74元8角"), (7485, "CNY", "74元8角5分"),
            (7405, "CNY", "74元零5分"), (80, "CNY", "8角"), (5, "CNY", "5分"), (5, "GBP", "5便士"), (0, "USD", "0美元"),
            (7480, "XAU", "74.80 X A U"),
        ])
    func chinese(cents: Int, currency: String, spoken: String) {
        #expect(Money(cents: cents, currency: currency).spoken(.chinese) == spoken)
    }

    @Test(
        "prices of the example data",
        arguments: [
            ("74.80", 7480), ("74.8", 7480), ("74", 7400), ("0.05", 5), ("", nil), ("-1", nil), ("1.234", nil),
            ("1.", nil),
            (".5", nil), ("1,50", nil), ("99999999999999999999", nil), ("1.2.3", nil),
        ] as [(String, Int?)])
    func prices(text: String, cents: Int?) {
        #expect(Money.cents(text) == cents)
    }
}
