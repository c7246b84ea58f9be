import Foundation
import Testing

@Suite("The page of what check finds")
struct FindingCodesTests {
    private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("has every code that there is, and no other")
    func codes() throws {
        let page = try text("Sources/Diagnostics/Documentation.docc/Findings.md")
        let listed = Set(
            page.split(separator: "\n").compactMap { line in
                line.firstMatch(of: /^(?:\| )?`([a-z]+(?:-[a-z]+)*)`/).map { String($0.1) }
            })
        let used = try codesInSources()
        #expect(listed.subtracting(used) == [])
        #expect(used.subtracting(listed) == [])
        #expect(used.count > 80)
    }

    /// The ids that diagnostics and findings are made with.
    private func codesInSources() throws -> Set<String> {
        let files = try #require(FileManager.default.enumerator(atPath: Self.project.path + "/Sources"))
        var codes: Set<String> = []
        for case let file as String in files where file.hasSuffix(".swift") {
            let source = try text("Sources/" + file)
            let made = source.matches(of: /(?:refusal|failure|warning|error)\(\s*"([a-z]+(?:-[a-z]+)+)",/)
            let named = source.matches(of: /(?:\bid: |ID = )"([a-z]+(?:-[a-z]+)+|schema)"/)
            codes.formUnion((made + named).map { String($0.1) })
        }
        return codes
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.project.appending(path: path), encoding: .utf8)
    }
}
