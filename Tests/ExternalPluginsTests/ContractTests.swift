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

    @Test("manifest") func manifest() async throws { try await Self.contract.checkManifest() }
    @Test("samples") func samples() async throws { try await Self.contract.checkSamples() }
    @Test("bad parameters") func badParameters() async throws { try await Self.contract.checkBadParameters() }
    @Test("cancellation") func cancellation() async throws { try await Self.contract.checkCancellation() }
    @Test("deadline") func deadline() async throws { try await Self.contract.checkDeadline() }
    @Test("retries") func retries() async throws { try await Self.contract.checkRetries() }
    @Test("reruns") func reruns() async throws { try await Self.contract.checkReruns() }
    @Test("concurrency") func concurrency() async throws { try await Self.contract.checkConcurrency() }
    @Test("call ends") func callEnds() async throws { try await Self.contract.checkCallEnds() }
}
