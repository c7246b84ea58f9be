import CallControl
import PluginKit

extension PluginContract {
    /// A plugin takes notice of a cancellation, at any moment of a call, and serves the next call.
    public func checkCancellation() async throws {
        let rule = Rule.cancellation
        for sample in samples {
            let plugin = try await plugin()
            for delay in [0, 1, 5] {
                let call = Task {
                    try await plugin.invoke(
                        sample.method, parameters: sample.parameters, context: Self.context("1/\(delay)"))
                }
                try await Task.sleep(for: .milliseconds(delay))
                call.cancel()
                try await soon(rule, sample) { _ = await call.result }
            }
            _ = try await result(of: sample, from: plugin, rule: rule, invocation: "1/next")
        }
    }

    /// A call whose deadline has passed is answered at once, and the next call is served.
    public func checkDeadline() async throws {
        let rule = Rule.deadline
        for sample in samples {
            let plugin = try await plugin()
            for limit in [0, 1] {
                let context = Self.context("1/\(limit)", timeLimit: CallDuration(milliseconds: limit))
                try await soon(rule, sample) {
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

    /// - Throws: what the work throws, or a violation when it is not done soon. It is not waited for then.
    private func soon(
        _ rule: Rule, _ sample: Sample, _ work: @escaping @Sendable () async throws -> Void
    ) async throws {
        let first = FirstOf<Result<Void, any Error>>()
        let timer = Task {
            try await Task.sleep(for: patience)
            first.give(.failure(ContractViolation(rule, "'\(sample.method)' took over \(patience)")))
        }
        defer { timer.cancel() }
        Task {
            do {
                first.give(.success(try await work()))
            } catch {
                first.give(.failure(error))
            }
        }
        try await first.wait().get()
    }
}
