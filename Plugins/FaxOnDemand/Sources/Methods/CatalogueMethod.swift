import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// The documents, a menu's page at a time.
enum CatalogueMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "catalogue", "The documents, of all categories or of one, a page of a menu at a time",
        [
            .init("category", .string, required: false, summary: "code of a category"),
            .init("page", .integer, required: false, summary: "which page; the first, if not given"),
            .init("size", .integer, required: false, summary: "documents of a page, 1 to 50; 4 if not given"),
            .language,
        ],
        [
            .outcome, .count, .init("page", .integer, summary: "which page it is"),
            .init("lastPage", .integer, summary: "how many pages there are"),
            .init("more", .boolean, summary: "whether there is a page after it"),
            .init("documents", .array, summary: "the documents of the page"),
        ])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let category = call.read.optionalString("category")
        let documents = try await call.store.read(call.context) { db in try FaxDocument.all(db, category: category) }
        guard !documents.isEmpty else { return .outcome("none") + ["count": 0, "documents": []] }
        let size = min(max(call.read.optionalInteger("size") ?? 4, 1), 50)
        let lastPage = (documents.count + size - 1) / size
        let page = min(max(call.read.optionalInteger("page") ?? 1, 1), lastPage)
        return .outcome("found") + [
            "count": .number(Double(documents.count)), "page": .number(Double(page)),
            "lastPage": .number(Double(lastPage)), "more": .bool(page < lastPage),
            "documents": .array(
                documents.dropFirst((page - 1) * size).prefix(size).map { $0.fields(call.language) }),
        ]
    }
}
