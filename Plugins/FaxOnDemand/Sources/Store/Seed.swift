import GRDB
import PluginKit
import PluginStore

/// The example data: two tables in a folder, checked.
struct Seed {
    private struct Names {
        let code: String
        let english: String
        let chinese: String
    }

    private let categories: [Names]
    private let documents: [(names: Names, category: String, pages: Int, resolution: Resolution?, file: String)]

    /// - Throws: a failure that names file, line and column.
    init(folder: String) throws(PluginFailure) {
        var seen: Set<String> = []
        let categories = try SeedFile("categories.csv", folder, ["category", "english", "chinese"])
            .map { (line) throws(PluginFailure) in
                Names(
                    code: try line.newCode("category", &seen), english: try line.text("english"),
                    chinese: try line.text("chinese"))
            }
        var numbers: Set<String> = []
        let columns = ["document", "english", "chinese", "category", "pages", "resolution", "file"]
        documents = try SeedFile("documents.csv", folder, columns).map { (line) throws(PluginFailure) in
            let number = try line.digits("document")
            return (
                Names(
                    code: try line.value("document") { _ in
                        number.count <= 8 && numbers.insert(number).inserted ? number : nil
                    },
                    english: try line.text("english"), chinese: try line.text("chinese")),
                try line.value("category") { code in categories.contains { $0.code == code } ? code : nil },
                try line.number("pages", in: 1...500),
                try line.optional("resolution", Resolution.init(rawValue:)),
                try line.value("file") { Self.isBelow($0) ? $0 : nil }
            )
        }
        self.categories = categories
    }

    /// Whether a path stays in the folder that it starts from.
    private static func isBelow(_ path: String) -> Bool {
        !path.isEmpty && !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    }

    /// Puts the example data into a new store.
    func insert(_ db: Database) throws {
        for category in categories {
            try db.execute(
                sql: "INSERT INTO categories (category, english, chinese) VALUES (?, ?, ?)",
                arguments: [category.code, category.english, category.chinese])
        }
        for document in documents {
            try db.execute(
                sql: """
                    INSERT INTO documents (document, english, chinese, category, pages, resolution, file)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    document.names.code, document.names.english, document.names.chinese, document.category,
                    document.pages, document.resolution?.rawValue, document.file,
                ])
        }
    }
}
