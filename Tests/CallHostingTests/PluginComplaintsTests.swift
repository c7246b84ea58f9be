import CallControl
import CallHosting
import Logging
import PluginKit
import PluginManifests
import Testing

/// Why plugins fail is for whoever runs the service.
@Suite struct PluginComplaintsTests {
    private struct KeptLog: LogHandler {
        let kept: Kept<String>
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        init(_ kept: Kept<String>) { self.kept = kept }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { kept.append(["\(event.message)"]) }
    }

    private struct BrokenPlugin: Plugin {
        let manifest = PluginManifest(
            name: "clock", summary: "A clock.",
            methods: [
                PluginManifest.Method(
                    name: "read", summary: "The time.",
                    parameters: [PluginManifest.Parameter("what", .string, summary: "What to read.")], results: [],
                    failures: ["broken"])
            ])

        func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
            throw PluginFailure("broken", "no spring")
        }
    }

    private static let flow = """
        <form><object name="o" classid="method://clock/read"><param name="what" value="4711"/></object>
        <catch event="error.plugin"><exit/></catch></form>
        """.vxml

    @Test func aPluginThatFailsIsLoggedSeldomAndWithoutItsParameters() async throws {
        let folder = try FlowFolder(["main.vxml": Self.flow])
        let log = Kept<String>()
        var options = HostOptions.test(plugins: [BrokenPlugin()])
        options.logger = Logger(label: "test") { _ in KeptLog(log) }
        let host = CallHost(options)
        for number in 1...12 {
            _ = await VirtualCall(host, id: "c\(number)").send(.call(.test(folder.uri())))
        }
        #expect(
            log.all == ["plugin clock.read: broken: no spring", "plugin clock.read: broken: no spring (10 times now)"])
    }
}
