import CallControl
import PluginKit
import PluginManifests
import PluginTesting
import Synchronization
import Testing

@Suite("The contract's checks find", .timeLimit(.minutes(1)))
struct PluginContractTests {
    /// A plugin with one method `ask(text: string) -> {answer}`.
    private struct FakePlugin: Plugin {
        var method = "ask"
        var results = [PluginManifest.Result("answer", .string, summary: "")]
        var ending: @Sendable (PluginContext) async throws -> Void = { _ in }
        let work: @Sendable (PluginContext) async throws -> JSONValue

        var manifest: PluginManifest {
            PluginManifest(
                name: "fake", summary: "",
                methods: [
                    .init(
                        name: method, summary: "", parameters: [.init("text", .string, summary: "")], results: results)
                ])
        }

        func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
            try await work(context)
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

    private func expectViolation(_ rule: String, _ check: () async throws -> Void) async {
        let violation = await #expect(throws: ContractViolation.self) { try await check() }
        #expect(violation?.rule == rule)
    }

    @Test("nothing wrong with a good plugin")
    func good() async throws {
        try await contract { FakePlugin { context in ["answer": .string(context.invocation)] } }.checkAll()
    }

    @Test("a bad manifest")
    func manifest() async {
        let contract = contract { FakePlugin(method: "not a name") { _ in [:] } }
        await expectViolation("the manifest is valid") { try await contract.checkManifest() }
    }

    @Test("a method without a sample, and an answer that does not keep the manifest")
    func samples() async {
        let rule = "each method answers its sample"
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
        await expectViolation("a cancelled call ends and harms no other") { try await contract.checkCancellation() }
    }

    @Test("a plugin that is broken by a deadline")
    func deadline() async {
        let contract = contract { FakePlugin { _ in throw PluginFailure("broken", "") } }
        await expectViolation("a deadline is kept") { try await contract.checkDeadline() }
    }

    @Test("a retry that does something twice")
    func retries() async {
        let contract = contract {
            let calls = Counter()
            return FakePlugin { _ in ["answer": .string("\(calls.next())")] }
        }
        await expectViolation("an invocation that is repeated answers the same") { try await contract.checkRetries() }
    }

    @Test("a clock or a random source of one's own")
    func reruns() async {
        let calls = Counter()
        let contract = contract { FakePlugin { _ in ["answer": .string("\(calls.next())")] } }
        await expectViolation("a rerun answers the same") { try await contract.checkReruns() }
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
        await expectViolation("a hundred calls at once are answered") { try await contract.checkConcurrency() }
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
                work: { context in
                    let harmed = ["later": "later", "others": "other"][harm]
                    if context.session == harmed { throw PluginFailure("gone", "") }
                    return [:]
                })
        }
        await expectViolation("the end of a call may be told at any time") { try await contract.checkCallEnds() }
    }
}
