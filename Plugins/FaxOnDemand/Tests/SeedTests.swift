import CallControl
import Foundation
import PluginTesting
import Testing

@Suite("Example data")
struct SeedTests {
    @Test(
        "what is wrong with the data is told with its line",
        arguments: [
            ("categories", "terms,", "te rms,", "categories.csv:3: the column 'category' is no good"),
            ("categories", "terms,", "prices,", "categories.csv:3: the column 'category' is no good"),
            ("categories", "Terms,", ",", "categories.csv:3: the column 'english' is no good"),
            ("documents", "101,", "1o1,", "documents.csv:2: the column 'document' is no good"),
            ("documents", "101,", "123456789,", "documents.csv:2: the column 'document' is no good"),
            ("documents", "205,", "101,", "documents.csv:4: the column 'document' is no good"),
            (
                "documents", ",terms,1,standard", ",none such,1,standard",
                "documents.csv:4: the column 'category' is no good"
            ),
            ("documents", ",terms,1,standard", ",terms,0,standard", "documents.csv:4: the column 'pages' is no good"),
            ("documents", ",terms,1,standard", ",terms,1,best", "documents.csv:4: the column 'resolution' is no good"),
            ("documents", "205.txt", "../205.txt", "documents.csv:4: the column 'file' is no good"),
            ("documents", "205.txt", "/etc/passwd", "documents.csv:4: the column 'file' is no good"),
        ])
    func problems(table: String, text: String, wrong: String, message: String) async throws {
        let name = "seed/\(table).csv"
        let data = try #require(TestOffice.files[name])
        #expect(data.contains(text))
        let place = try #require(data.range(of: text))
        let office = try TestOffice(files: [name: data.replacingCharacters(in: place, with: wrong)])
        #expect(
            await office.call().answer("categories", invocation: "1")
                == .failure(what: "unavailable", message: message))
        #expect(try office.rows("SELECT name FROM sqlite_master") == [])
    }

    @Test("a store without example data is empty")
    func none() async throws {
        let call = try TestOffice(["seed": .null]).call()
        #expect(try await call.ask("catalogue")["outcome"] == "none")
    }
}
