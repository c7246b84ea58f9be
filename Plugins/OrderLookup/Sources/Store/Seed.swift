import CallControl
import Foundation
import PluginKit

/// The example data: three tables in a folder, checked.
struct Seed {
    struct SeedCustomer {
        let number, name, greeting, language, pin: String
        let phone: String?
    }

    let customers: [SeedCustomer]
    let orders: [Order]
    let items: [Item]

    /// - Parameter today: the day from which `+4` and `-31` count.
    /// - Throws: a failure that names file, line and column, and no value.
    init(folder: String, today: CalendarDay) throws(PluginFailure) {
        var numbers: Set<String> = []
        customers = try SeedFile("customers.csv", folder, ["number", "name", "greeting", "language", "phone", "pin"])
            .map { (line) throws(PluginFailure) in
                SeedCustomer(
                    number: try line.new("number", &numbers), name: try line.text("name"),
                    greeting: try line.text("greeting"), language: try line.text("language"),
                    pin: try line.digits("pin"), phone: PhoneNumber(line.line["phone"])?.digits)
            }
        let customerNumbers = numbers
        numbers = []
        orders = try SeedFile("orders.csv", folder, ["number", "customer", "state", "ordered", "delivery", "currency"])
            .map { (line) throws(PluginFailure) in
                Order(
                    number: try line.new("number", &numbers),
                    customer: try line.value("customer") { customerNumbers.contains($0) ? $0 : nil },
                    state: try line.value("state", OrderState.init(rawValue:)),
                    ordered: try line.day("ordered", today), delivery: try line.day("delivery", today),
                    currency: try line.text("currency"))
            }
        var positions: [String: Int] = [:]
        items = try SeedFile("items.csv", folder, ["order", "article", "title", "quantity", "price"])
            .map { (line) throws(PluginFailure) in
                let order = try line.value("order") { numbers.contains($0) ? $0 : nil }
                positions[order, default: 0] += 1
                return Item(
                    orderNumber: order, position: positions[order, default: 1], article: try line.text("article"),
                    title: try line.text("title"),
                    quantity: try line.value("quantity") { Int($0).flatMap { (1...9999).contains($0) ? $0 : nil } },
                    price: try line.value("price", Money.cents))
            }
    }
}

/// One file of the example data.
private struct SeedFile {
    private let name: String
    private let table: CSVTable

    init(_ name: String, _ folder: String, _ columns: [String]) throws(PluginFailure) {
        self.name = name
        guard
            let text = try? String(
                contentsOf: URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(name),
                encoding: .utf8)
        else { throw PluginFailure(OrderStore.unavailable, "the example data \(name) cannot be read") }
        do {
            table = try CSVTable(text, columns: columns)
        } catch {
            throw PluginFailure(OrderStore.unavailable, "\(name):\(error.line): \(error.message)")
        }
    }

    func map<T>(_ transform: (SeedLine) throws(PluginFailure) -> T) throws(PluginFailure) -> [T] {
        var values: [T] = []
        for line in table.lines { values.append(try transform(SeedLine(file: name, line: line))) }
        return values
    }
}

/// One line of the example data.
private struct SeedLine {
    let file: String
    let line: CSVTable.Line

    func value<T>(_ column: String, _ convert: (String) -> T?) throws(PluginFailure) -> T {
        guard let value = convert(line[column]) else {
            throw PluginFailure(OrderStore.unavailable, "\(file):\(line.number): the column '\(column)' is no good")
        }
        return value
    }

    func text(_ column: String) throws(PluginFailure) -> String {
        try value(column) { $0.isEmpty ? nil : $0 }
    }

    func digits(_ column: String) throws(PluginFailure) -> String {
        try value(column) { text in
            !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? text : nil
        }
    }

    /// A number that no line before it has.
    func new(_ column: String, _ seen: inout Set<String>) throws(PluginFailure) -> String {
        let number = try digits(column)
        return try value(column) { _ in seen.insert(number).inserted ? number : nil }
    }

    func day(_ column: String, _ today: CalendarDay) throws(PluginFailure) -> CalendarDay {
        try value(column) { text in
            CalendarDay(text) ?? Int(text).flatMap { abs($0) <= 36_500 ? today.adding(days: $0) : nil }
        }
    }
}
