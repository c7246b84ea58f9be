import CallControl
import PluginKit

extension PluginContract {
    /// What carries the same invocation id again gets the same answer, one after the other and all at once.
    public func checkRetries() async throws {
        let rule = Rule.retries
        for sample in samples {
            let plugin = try await plugin()
            let first = try await result(of: sample, from: plugin, rule: rule)
            let second = try await result(of: sample, from: plugin, rule: rule)
            guard first == second else {
                throw ContractViolation(rule, "'\(sample.method)' answered \(first), then \(second)")
            }
            let answers = try await results(of: sample, from: self.plugin(), rule, count: 20) { _ in "1/1" }
            guard Set(answers).count == 1 else {
                throw ContractViolation(rule, "'\(sample.method)' answered in \(Set(answers).count) ways at once")
            }
        }
    }

    /// Two plugins made alike, asked the same in the same context, answer the same: no clock and no random source but
    /// the context's.
    public func checkReruns() async throws {
        let rule = Rule.reruns
        for sample in samples {
            let first = try await result(of: sample, from: plugin(), rule: rule)
            let second = try await result(of: sample, from: plugin(), rule: rule)
            guard first == second else {
                throw ContractViolation(rule, "'\(sample.method)' answered \(first), in the rerun \(second)")
            }
        }
    }

    /// A hundred invocations at once are all answered.
    public func checkConcurrency() async throws {
        let rule = Rule.concurrency
        let plugin = try await plugin()
        for sample in samples {
            _ = try await results(of: sample, from: plugin, rule, count: 100) { "\($0)/1" }
        }
    }

    private func results(
        of sample: Sample, from plugin: any Plugin, _ rule: Rule, count: Int,
        invocation: @escaping @Sendable (Int) -> String
    ) async throws -> [JSONValue] {
        try await withThrowingTaskGroup(of: JSONValue.self) { group in
            for number in 0..<count {
                group.addTask {
                    try await result(of: sample, from: plugin, rule: rule, invocation: invocation(number))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
