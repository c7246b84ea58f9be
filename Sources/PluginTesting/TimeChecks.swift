import CallControl
import PluginKit

extension PluginContract {
    /// A plugin takes notice of a cancellation, at any moment of a call, and serves the next call.
    public func checkCancellation() async throws {
        let rule = "a cancelled call ends and harms no other"
        for sample in samples {
            let plugin = try await plugin()
            for delay in [0, 1, 5] {
                let call = Task {
                    try await plugin.invoke(
                        sample.method, parameters: sample.parameters, context: Self.context("1/\(delay)"))
                }
                try await Task.sleep(for: .milliseconds(delay))
                call.cancel()
                try await Self.soon(rule, sample) { _ = await call.result }
            }
            _ = try await result(of: sample, from: plugin, rule: rule, invocation: "1/next")
        }
    }

    /// A call whose deadline has passed is answered at once, and the next call is served.
    public func checkDeadline() async throws {
        let rule = "a deadline is kept"
        for sample in samples {
            let plugin = try await plugin()
            for limit in [0, 1] {
                let context = Self.context("1/\(limit)", timeLimit: CallDuration(milliseconds: limit))
                try await Self.soon(rule, sample) {
                    let answer = await PluginRunner.run(plugin, sample.method, sample.parameters, context)
                    if case .failure(let what, _) = answer, what != PluginFailure.timeout {
                        throw ContractViolation(rule, "'\(sample.method)' answered \(answer)")
                    }
                    if limit == 0, case .result = answer {
                        throw ContractViolation(rule, "'\(sample.method)' was called after its deadline")
                    }
                }
            }
            _ = try await result(of: sample, from: plugin, rule: rule, invocation: "1/next")
        }
    }

    /// Generous, for a busy machine: what is looked for is a call that never ends.
    private static let patience = Duration.seconds(10)

    private static func soon(
        _ rule: String, _ sample: Sample, _ work: @escaping @Sendable () async throws -> Void
    ) async throws {
        let start = ContinuousClock.now
        try await work()
        let passed = ContinuousClock.now - start
        if passed > patience { throw ContractViolation(rule, "'\(sample.method)' took \(passed)") }
    }
}
