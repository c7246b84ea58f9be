import CallControl
import GRDB
import PluginKit

/// A document of the catalogue.
struct FaxDocument: Decodable, FetchableRecord, Sendable {
    /// Its number.
    let document: String
    let english: String
    let chinese: String
    let category: String
    let categoryEnglish: String
    let categoryChinese: String
    let pages: Int
    /// nil: as the setting says.
    let resolution: Resolution?
    /// In the folder of documents.
    let file: String

    private static let columns = """
        SELECT documents.*, categories.english AS categoryEnglish, categories.chinese AS categoryChinese
        FROM documents JOIN categories USING (category)
        """

    static func find(_ db: Database, _ document: String) throws -> FaxDocument? {
        try fetchOne(db, sql: columns + " WHERE document = ?", arguments: [document])
    }

    /// Those of a category, or of all, by their numbers.
    static func all(_ db: Database, category: String?) throws -> [FaxDocument] {
        try fetchAll(
            db,
            sql: columns + " WHERE ?1 IS NULL OR category = ?1 ORDER BY CAST(document AS INTEGER), document",
            arguments: [category])
    }

    func title(_ language: SpokenLanguage) -> String { language.choose(english, chinese) }

    /// What a flow is told of it.
    func fields(_ language: SpokenLanguage) -> JSONValue {
        [
            "document": .string(document), "documentSpoken": .string(Spoken.digits(document)),
            "title": .string(title(language)), "pages": .number(Double(pages)), "category": .string(category),
            "categoryName": .string(language.choose(categoryEnglish, categoryChinese)),
        ]
    }
}

/// A kind of documents.
struct Category: Decodable, FetchableRecord, Sendable {
    let category: String
    let english: String
    let chinese: String
    /// How many documents there are of it.
    let count: Int

    /// Those that have a document, in the order of the example data.
    static func all(_ db: Database) throws -> [Category] {
        try fetchAll(
            db,
            sql: """
                SELECT categories.*, count(*) AS count FROM categories JOIN documents USING (category)
                GROUP BY category ORDER BY categories.rowid
                """)
    }
}
