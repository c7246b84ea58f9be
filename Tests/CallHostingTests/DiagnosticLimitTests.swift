import CallHosting
import Diagnostics
import Testing

/// How much is said of one file.
@Suite struct DiagnosticLimitTests {
    @Test func aThousandOfEachFileAndHowManyMore() async throws {
        let flow = try FlowFolder([
            "a.vxml": ("<form>" + String(repeating: "<blok/>", count: 1_500) + "</form>").vxml,
            "b.vxml": "<form><blok/></form>".vxml,
        ])
        let paths = ["a.vxml", "b.vxml"].map { flow.path + "/" + $0 }
        let found = try await DocumentLoader().checkAll(paths, isApplication: false)
        #expect(found.map(\.id).filter { $0 == "unknown-element" }.count == 1_001)
        #expect(found.count { $0.file == paths[0] } == 1_001)
        #expect(found[1_000].id == "too-many-diagnostics")
        #expect(found[1_000].message.contains("500 more"))
        #expect(found[1_000].severity == .error)
    }
}
