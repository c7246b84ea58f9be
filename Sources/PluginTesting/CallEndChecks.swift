import CallControl
import PluginKit

extension PluginContract {
    /// The end of a call may be told at any time: of a call that has asked nothing, while it still asks, and twice. Other
    /// calls, and a later one, are served all the same.
    public func checkCallEnds() async throws {
        let rule = Rule.callEnds
        for sample in samples {
            let plugin = try await plugin()
            try await end("unknown", of: plugin, rule)
            async let other = result(of: sample, from: plugin, rule: rule, invocation: "other/1")
            let asking = Task { try await result(of: sample, from: plugin, rule: rule, invocation: "1/1") }
            try await end("1", of: plugin, rule)
            _ = try await (other, asking.value)
            try await end("1", of: plugin, rule)
            try await end("1", of: plugin, rule)
            _ = try await result(of: sample, from: plugin, rule: rule, invocation: "later/1")
        }
    }

    private func end(_ session: String, of plugin: any Plugin, _ rule: Rule) async throws {
        let answer = await PluginRunner.callEnded(plugin, Self.context("\(session)/end", timeLimit: Self.endTime))
        guard case .result = answer else {
            throw ContractViolation(rule, "it answered \(answer)")
        }
    }

    private static let endTime = CallDuration.seconds(10)
}
