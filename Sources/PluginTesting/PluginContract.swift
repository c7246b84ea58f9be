public import CallControl
public import PluginKit
import PluginManifests

/// What every plugin must keep, as checks that a plugin's tests call: each makes plugins of its own, calls them as a
/// host does, and throws a `ContractViolation` that says what went wrong.
public struct PluginContract: Sendable {
    /// Calls that a fresh plugin answers with a result.
    public var samples: [Sample]
    /// How long something may take that should take no time: generous, for a busy machine. What is looked for is a call
    /// that never ends.
    var patience = Duration.seconds(10)
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

    /// What there is to keep.
    public enum Rule: String, CaseIterable, Sendable {
        case manifest = "the manifest is valid"
        case samples = "each method answers its sample"
        case badParameters = "bad parameters are refused"
        case values = "values at the limits of their types are answered"
        case cancellation = "a cancelled call ends and harms no other"
        case deadline = "a deadline is kept"
        case retries = "an invocation that is repeated answers the same"
        case reruns = "a rerun answers the same"
        case concurrency = "a hundred calls at once are answered"
        case callEnds = "the end of a call may be told at any time"
    }

    /// Checks one rule; for `@Test(arguments: PluginContract.Rule.allCases)`.
    public func check(_ rule: Rule) async throws {
        switch rule {
        case .manifest: try await checkManifest()
        case .samples: try await checkSamples()
        case .badParameters: try await checkBadParameters()
        case .values: try await checkValues()
        case .cancellation: try await checkCancellation()
        case .deadline: try await checkDeadline()
        case .retries: try await checkRetries()
        case .reruns: try await checkReruns()
        case .concurrency: try await checkConcurrency()
        case .callEnds: try await checkCallEnds()
        }
    }

    /// Every rule, one after the other.
    public func checkAll() async throws {
        for rule in Rule.allCases { try await check(rule) }
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
        of sample: Sample, from plugin: any Plugin, rule: Rule, invocation: String = "1/1"
    ) async throws -> JSONValue {
        let answer = await PluginRunner.run(plugin, sample.method, sample.parameters, Self.context(invocation))
        guard case .result(let result) = answer else {
            throw ContractViolation(rule, "'\(sample.method)' answered \(answer)")
        }
        return result
    }
}
