import PluginKit
import PluginStore

/// A customer of the example data.
struct SeedCustomer: Sendable {
    let phone, segment, name, language: String

    static func all(_ folder: String) throws(PluginFailure) -> [SeedCustomer] {
        var seen: Set<String> = []
        return try SeedFile("customers.csv", folder, ["phone", "segment", "name", "language"])
            .map { (line) throws(PluginFailure) in
                SeedCustomer(
                    phone: try line.value("phone") { text in
                        PhoneNumber(text).flatMap { seen.insert($0.digits).inserted ? $0.digits : nil }
                    },
                    segment: try line.text("segment"), name: try line.text("name"),
                    language: try line.text("language"))
            }
    }
}
