import CallControl
import ExternalPlugins
import Foundation
import PluginKit
import PluginTesting
import Testing

/// What linked plugins keep, programs of their own keep, too.
@Suite("The contract of plugins, kept by KnownFaults", .timeLimit(.minutes(2)))
struct ContractTests {
    private static let plugins = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Plugins").path

    private static let contract = PluginContract(samples: [
        .init("products"),
        .init("find", ["product": "2", "code": "201"]),
        .init("report", ["product": "2", "code": "201", "helped": "true"]),
    ]) {
        try ExternalPlugin(
            PluginConfiguration(name: "faults", settings: ["folder": "KnownFaults"], flowFolder: plugins))
    }

    @Test("each rule is kept", arguments: PluginContract.Rule.allCases)
    func contract(rule: PluginContract.Rule) async throws { try await Self.contract.check(rule) }
}
