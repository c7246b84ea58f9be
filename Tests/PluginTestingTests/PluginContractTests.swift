import CallControl
import PluginKit
import PluginManifests
import Synchronization
import Testing

@testable import PluginTesting

@Suite("The contract's checks find", .timeLimit(.minutes(1)))
struct PluginContractTests {
    private struct Question: Sendable {
        let text: String
        let context: PluginContext
    }

    /// A plugin with one method `ask(text: string) -> {answer}`.
    private struct FakePlugin: Plugin {
        var method = "ask"
        var results = [PluginManifest.Result("answer", .string, summary: "")]
        var ending: @Sendable (PluginContext) async throws -> Void = { _ in }
        let work: @Sendable (Question) async throws -> JSONValue

        var manifest: PluginManifest {
            PluginManifest(
                name: "fake", summary: "",
                methods: [
                    .init(
                        name: method, summary: "", parameters: [.init("text", .string, summary: "")], results: results)
                ])
        }

        func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
            try await work(Question(text: try ParameterReader(parameters).string("text"), context: context))
        }

        func callEnded(_ context: PluginContext) async throws { try await ending(context) }
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)

        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }

    private func contract(
        _ sample: String = "ask", _ make: @escaping @Sendable () -> FakePlugin
    ) -> PluginContract {
        PluginContract(samples: [.init(sample, ["text": "a"])]) { make() }
    }

    private func expectViolation(_ rule: PluginContract.Rule, _ check: () async throws -> Void) async {
        let violation = await #expect(throws: ContractViolation.self) { try await check() }
        #expect(violation?.rule == rule)
    }

    @Test("nothing wrong with a good plugin")
    func good() async throws {
        try await contract { FakePlugin { ["answer": .string($0.context.invocation)] } }.checkAll()
    }

    @Test("a bad manifest")
    func manifest() async {
        let contract = contract { FakePlugin(method: "not a name") { _ in [:] } }
        await expectViolation(.manifest) { try await contract.checkManifest() }
    }

    @Test("a manifest that changes")
    func changingManifest() async {
        let calls = Counter()
        let contract = contract { FakePlugin(method: "ask\(calls.next())") { _ in [:] } }
        await expectViolation(.manifest) { try await contract.checkManifest() }
    }

    @Test("values for which it has no answer")
    func values() async {
        let contract = contract {
            FakePlugin { parameters in
                if parameters.text.contains("9") { throw PluginFailure(PluginFailure.internal, "no such thing") }
                return [:]
            }
        }
        await expectViolation(.values) { try await contract.checkValues() }
        let rude = self.contract {
            FakePlugin { parameters in
                if parameters.text.isEmpty { throw PluginFailure("rude", "") }
                return [:]
            }
        }
        await expectViolation(.values) { try await rude.checkValues() }
    }

    @Test("a call that never ends, cancelled or not")
    func endless() async {
        var contract = contract {
            FakePlugin { _ in
                await Task { try? await Task.sleep(for: .seconds(30)) }.value
                return [:]
            }
        }
        contract.patience = .milliseconds(50)
        let endless = contract
        await expectViolation(.cancellation) { try await endless.checkCancellation() }
    }

    @Test("a method without a sample, and an answer that does not keep the manifest")
    func samples() async {
        let rule = PluginContract.Rule.samples
        await expectViolation(rule) { try await contract("tell") { FakePlugin { _ in [:] } }.checkSamples() }
        await expectViolation(rule) { try await contract { FakePlugin { _ in ["colour": 1] } }.checkSamples() }
    }

    @Test("a plugin that is broken by a cancellation")
    func cancellation() async {
        let contract = contract {
            let calls = Counter()
            return FakePlugin { _ in
                if calls.next() > 3 { throw PluginFailure("broken", "") }
                return ["answer": ""]
            }
        }
        await expectViolation(.cancellation) { try await contract.checkCancellation() }
    }

    @Test("a plugin that is broken by a deadline")
    func deadline() async {
        let contract = contract { FakePlugin { _ in throw PluginFailure("broken", "") } }
        await expectViolation(.deadline) { try await contract.checkDeadline() }
    }

    @Test("a retry that does something twice")
    func retries() async {
        let contract = contract {
            let calls = Counter()
            return FakePlugin { _ in ["answer": .string("\(calls.next())")] }
        }
        await expectViolation(.retries) { try await contract.checkRetries() }
    }

    @Test("a clock or a random source of one's own")
    func reruns() async {
        let calls = Counter()
        let contract = contract { FakePlugin { _ in ["answer": .string("\(calls.next())")] } }
        await expectViolation(.reruns) { try await contract.checkReruns() }
    }

    @Test("calls at once that are refused")
    func concurrency() async {
        let contract = contract {
            let calls = Counter()
            return FakePlugin { _ in
                if calls.next() > 99 { throw PluginFailure("full", "") }
                return [:]
            }
        }
        await expectViolation(.concurrency) { try await contract.checkConcurrency() }
    }

    @Test("ends of calls that do harm", arguments: ["unknown", "twice", "later", "others"])
    func callEnds(harm: String) async {
        let contract = contract {
            let ended = Counter()
            return FakePlugin(
                ending: { context in
                    let isKnown = context.session == "1"
                    let isTwice = isKnown && ended.next() > 1
                    if harm == "unknown" && !isKnown || harm == "twice" && isTwice {
                        throw PluginFailure("unknown", "")
                    }
                },
                work: { question in
                    let harmed = ["later": "later", "others": "other"][harm]
                    if question.context.session == harmed { throw PluginFailure("gone", "") }
                    return [:]
                })
        }
        await expectViolation(.callEnds) { try await contract.checkCallEnds() }
    }
}
