import CallControl
import CallHosting
import Foundation
import Logging
import Testing

/// The tests in `Tests/Conformance`, laid out by the sections of the Recommendations.
@Suite("Conformance")
struct ConformanceTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Conformance")

    private static let host = CallHost(
        HostOptions(clock: .virtual, logger: Logger(label: "conformance") { _ in SwiftLogNoOpLogHandler() }))

    @Test("each rule", arguments: try ConformanceTest.all(at: folder))
    func rule(_ test: ConformanceTest) async throws {
        let flow = FlowLocation(test.start, relativeTo: test.suite.path).uri
        do throws(TestCaller.Stuck) {
            var caller = try await TestCaller(Self.host, id: test.id, flow: flow, variables: test.variables)
            let failure =
                if let steps = test.steps {
                    try await caller.follow(steps)
                } else {
                    try await caller.obeyDocuments(test.transfer)
                }
            #expect(failure == nil, "\(test.id)")
        } catch {
            Issue.record("\(test.id): \(error.why)")
        }
    }

    @Test("there are at least 250, each with a name of its own")
    func count() throws {
        let tests = try ConformanceTest.all(at: Self.folder)
        #expect(tests.count >= 250)
        #expect(Set(tests.map(\.id)).count == tests.count)
    }
}
