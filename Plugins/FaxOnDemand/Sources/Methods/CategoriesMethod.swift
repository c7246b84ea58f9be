import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// The kinds of documents, for a menu.
enum CategoriesMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "categories", "The categories of documents", [.language],
        [.count, .init("categories", .array, summary: "of each, category, categoryName and count")])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let categories = try await call.store.read(call.context) { db in try Category.all(db) }
        return [
            "count": .number(Double(categories.count)),
            "categories": .array(
                categories.map {
                    [
                        "category": .string($0.category),
                        "categoryName": .string(call.language.choose($0.english, $0.chinese)),
                        "count": .number(Double($0.count)),
                    ]
                }),
        ]
    }
}
