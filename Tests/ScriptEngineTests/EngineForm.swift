import Expressions
import Foundation
import Logging
import ScriptEngine
import Synchronization
import TestedProgram
import Testing

/// Where the engine of a test is.
enum EngineForm: String, CaseIterable {
    case inProcess = "in process"
    case isolated

    @TaskLocal static var current = EngineForm.inProcess
}

/// An engine of the form in which the test is running.
func makeEngine(timeLimit: Double = 0.25) -> any ScriptEvaluator & ScriptSyntaxChecker {
    switch EngineForm.current {
    case .inProcess: JavaScriptCoreEngine(timeLimit: timeLimit)
    case .isolated: EngineProcesses.shared(timeLimit: timeLimit).makeEngine()
    }
}

/// Runs each test of a suite once for each form of the engine.
struct InEachForm: TestTrait, SuiteTrait, TestScoping {
    let isRecursive = true

    func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? { testCase == nil ? nil : self }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        for form in EngineForm.allCases {
            let naming = IssueHandlingTrait.compactMapIssues { issue in
                var issue = issue
                issue.comments.append("The engine is \(form.rawValue).")
                return issue
            }
            try await EngineForm.$current.withValue(form) {
                try await naming.provideScope(for: test, testCase: testCase, performing: function)
            }
        }
    }
}

extension Trait where Self == InEachForm {
    /// Each test of the suite runs once for each form of the engine.
    static var inEachForm: Self { InEachForm() }
}

extension EngineProcesses {
    private static let known = Mutex<[Double: EngineProcesses]>([:])

    /// Those of all tests with that limit: to start one takes a while.
    static func shared(timeLimit: Double) -> EngineProcesses {
        known.withLock { known in
            if let processes = known[timeLimit] { return processes }
            let processes = EngineProcesses.test(timeLimit: timeLimit)
            known[timeLimit] = processes
            return processes
        }
    }

    /// Those of one test.
    static func test(
        timeLimit: Double = 0.25, logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) -> EngineProcesses {
        var limits = IsolationLimits()
        limits.evaluationTime = timeLimit
        if timeLimit > 0.5 { limits.answerTime = .seconds(4 * timeLimit) }
        return EngineProcesses(.built(timeLimit: timeLimit), limits: limits, logger: logger)
    }
}
