import CallControl
import CallHosting
import PluginManifests
import Testing

/// Answers that the gateway gives in a plugin's place.
@Suite struct ScriptedAnswerTests {
    private static let manifest = PluginManifest(
        name: "stock", summary: "",
        methods: [.init(name: "level", summary: "", results: [.init("count", .integer, summary: "")])])

    @Test func oneThatBreaksTheManifestIsRefusedAndAnotherAwaited() async throws {
        let flow = """
            <form><object name="o" classid="method://stock/level"/>
            <object name="p" classid="method://unknown/thing"/>
            <block><exit expr="o.count + p.text"/></block></form>
            """.vxml
        let folder = try FlowFolder(["main.vxml": flow])
        var options = HostOptions.test()
        options.plugins = .scripted(manifests: [Self.manifest])
        let call = VirtualCall(CallHost(options))
        _ = await call.send(.call(.test(folder.uri())))
        let first = InvocationID(rawValue: 1)
        let bad = await call.send(.returned(first, .result(["count": "many"])))
        #expect(bad.refusal == "stock.level cannot answer so: the result 'count' is no integer")
        #expect(bad.commands.isEmpty)
        let good = await call.send(.returned(first, .result(["count": 3])))
        #expect(good.refusal == nil)
        // Without a manifest anything goes.
        let end = await call.send(.returned(InvocationID(rawValue: 2), .result(["text": " left"]))).commands.end
        #expect(end?.values == "3 left")
    }
}
