import CallControl
import CallHosting
import Foundation
import Logging
import ScriptEngine
import TestedProgram
import Testing

/// The tests in `Tests/Conformance`, laid out by the sections of the Recommendations.
@Suite("Conformance")
struct ConformanceTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Conformance")

    /// Where scripts run.
    enum Scripts: String, CaseIterable {
        case inProcess = "in process"
        case isolated
    }

    private static let hosts = Dictionary(
        uniqueKeysWithValues: Scripts.allCases.map { ($0, CallHost($0.options)) })

    @Test("each rule, wherever scripts run", arguments: try ConformanceTest.all(at: folder), Scripts.allCases)
    func rule(_ test: ConformanceTest, _ scripts: Scripts) async throws {
        let flow = FlowLocation(test.start, relativeTo: test.suite.path).uri
        let host = try #require(Self.hosts[scripts])
        do throws(TestCaller.Stuck) {
            var caller = try await TestCaller(host, id: test.id, flow: flow, variables: test.variables)
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

extension ConformanceTests.Scripts {
    fileprivate var options: HostOptions {
        let logger = Logger(label: "conformance") { _ in SwiftLogNoOpLogHandler() }
        return HostOptions(
            clock: .virtual,
            scripts: self == .inProcess ? .inProcess : .isolated(EngineProcesses(.built(), logger: logger)),
            logger: logger)
    }
}
