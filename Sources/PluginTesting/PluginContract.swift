public import CallControl
public import PluginKit
import PluginManifests

/// What every plugin must keep, as checks that a plugin's tests call: each makes plugins of its own, calls them as a
/// host does, and throws a `ContractViolation` that says what went wrong.
public struct PluginContract: Sendable {
    /// Calls that a fresh plugin answers with a result.
    public var samples: [Sample]
    private let make: @Sendable () async throws -> any Plugin

    /// A method and parameters that it accepts.
    public struct Sample: Hashable, Sendable {
        public var method: String
        public var parameters: JSONValue

        public init(_ method: String, _ parameters: JSONValue = [:]) {
            self.method = method
            self.parameters = parameters
        }
    }

    /// - Parameter make: makes a plugin with a fresh store of its own; all that it makes are alike.
    public init(samples: [Sample], make: @escaping @Sendable () async throws -> any Plugin) {
        self.samples = samples
        self.make = make
    }

    /// Every check, one after the other.
    public func checkAll() async throws {
        try await checkManifest()
        try await checkSamples()
        try await checkBadParameters()
        try await checkCancellation()
        try await checkDeadline()
        try await checkRetries()
        try await checkReruns()
        try await checkConcurrency()
        try await checkCallEnds()
    }

    func plugin() async throws -> any Plugin { try await make() }

    /// The context of an invocation in the one call of these checks: the same for the same id.
    public static func context(_ invocation: String = "1/1", timeLimit: CallDuration = .seconds(60)) -> PluginContext {
        let now = WallClockTime.virtualEpoch
        return PluginContext(
            call: "1", from: "tel:+12025550100", to: "tel:+12025550199", now: now, seed: 42, locale: "en-US",
            deadline: WallClockTime(epochMilliseconds: now.epochMilliseconds + timeLimit.milliseconds),
            invocation: invocation)
    }

    /// The plugin's result of a call.
    func result(
        of sample: Sample, from plugin: any Plugin, rule: String, invocation: String = "1/1"
    ) async throws -> JSONValue {
        let answer = await PluginRunner.run(plugin, sample.method, sample.parameters, Self.context(invocation))
        guard case .result(let result) = answer else {
            throw ContractViolation(rule, "'\(sample.method)' answered \(answer)")
        }
        return result
    }
}
