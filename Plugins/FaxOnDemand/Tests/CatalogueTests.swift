import CallControl
import PluginTesting
import Testing

@Suite("Catalogue")
struct CatalogueTests {
    @Test("the categories that have documents")
    func categories() async throws {
        #expect(
            try await TestOffice().call(locale: "zh-CN").ask("categories") == [
                "count": 2,
                "categories": [
                    ["category": "prices", "categoryName": "价格", "count": 2],
                    ["category": "terms", "categoryName": "条款", "count": 3],
                ],
            ])
    }

    @Test("a page of a menu at a time, by number")
    func pages() async throws {
        let call = try TestOffice().call()
        func page(_ parameters: JSONValue) async throws -> (about: JSONValue, documents: [String]) {
            let answer = try await call.ask("catalogue", parameters)
            return (
                answer.picking("outcome", "count", "page", "lastPage", "more"),
                (answer["documents"]?.elements ?? []).map { $0.text("document") }
            )
        }
        let first = try await page(["size": 2])
        #expect(first.about == ["outcome": "found", "count": 5, "page": 1, "lastPage": 3, "more": true])
        #expect(first.documents == ["9", "101"])
        let last = try await page(["size": 2, "page": 7])
        #expect(last.about == ["outcome": "found", "count": 5, "page": 3, "lastPage": 3, "more": false])
        #expect(last.documents == ["300"])
        #expect(try await page(["category": "prices"]).documents == ["101", "102"])
        #expect(try await page(["category": "none"]).about == ["outcome": "none", "count": 0])
    }

    @Test("a document by its number")
    func document() async throws {
        let call = try TestOffice().call()
        #expect(
            try await call.ask("document", ["document": "102"]) == [
                "outcome": "found", "document": "102", "documentSpoken": "1 0 2", "title": "Spare parts, lamps",
                "pages": 1, "category": "prices", "categoryName": "Prices",
            ])
        let chinese = try await call.ask("document", ["document": "102", "language": "zh-Hans"])
        #expect(chinese.picking("title", "categoryName") == ["title": "零配件", "categoryName": "价格"])
        #expect(try await call.ask("document", ["document": "0102"]) == ["outcome": "notFound"])
    }
}
