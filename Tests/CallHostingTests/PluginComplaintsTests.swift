import CallControl
import CallHosting
import Logging
import PluginKit
import PluginManifests
import Testing

/// Why plugins fail is for whoever runs the service.
@Suite struct PluginComplaintsTests {
    private struct BrokenPlugin: Plugin {
        let manifest = PluginManifest(
            name: "clock", summary: "A clock.",
            methods: [
                PluginManifest.Method(
                    name: "read", summary: "The time.",
                    parameters: [PluginManifest.Parameter("what", .string, summary: "What to read.")], results: [],
                    failures: ["broken"])
            ])

        var saysWho = false

        func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
            throw PluginFailure("broken", saysWho ? "no spring for \(context.call)" : "no spring")
        }
    }

    private static let flow = """
        <form><object name="o" classid="method://clock/read"><param name="what" value="4711"/></object>
        <catch event="error.plugin"><exit/></catch></form>
        """.vxml

    @Test(arguments: [false, true])
    func aPluginThatFailsIsLoggedSeldomAndWithoutItsParameters(saysWho: Bool) async throws {
        let folder = try FlowFolder(["main.vxml": Self.flow])
        let log = Kept<String>()
        var options = HostOptions.test(plugins: [BrokenPlugin(saysWho: saysWho)])
        options.logger = Logger(label: "test") { _ in KeptLog(log) }
        let host = CallHost(options)
        for number in 1...12 {
            _ = await VirtualCall(host, id: "c\(number)").send(.call(.test(folder.uri())))
        }
        let (first, tenth) = saysWho ? (" for c1", " for c10") : ("", "")
        #expect(
            log.all == [
                "plugin clock.read: broken: no spring\(first)",
                "plugin clock.read: broken: no spring\(tenth) (10 times now)",
            ])
    }
}
