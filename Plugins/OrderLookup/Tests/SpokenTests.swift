import CallControl
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
        #expect(money.spoken == spoken)
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
