import Diagnostics
import FlowChecks
import PluginManifests
import Testing

@Suite("Results of plugins")
struct PluginResultTests {
    private static let plugins = PluginCatalog(manifests: [
        PluginManifest(
            name: "orders", summary: "",
            methods: [
                .init(
                    name: "status", summary: "",
                    results: [.init("found", .boolean, summary: ""), .init("state", .string, summary: "")])
            ])
    ])

    private func findings(_ content: String) throws -> [String] {
        let form = "<form><object name='order' classid='method://orders/status'/>\n\(content)</form>"
        return try FlowChecksTests.findings(flow(["main.vxml": form], plugins: Self.plugins))
    }

    @Test(
        "what the method never gives",
        arguments: [
            ("<block><value expr='order.stat'/></block>", ["2:21 unknown-result"]),
            ("<block cond='order.found &amp;&amp; order.sate == 1'/>", ["2:14 unknown-result"]),
            ("<block><value expr='[order.when].map(function (x) { return x })'/></block>", ["2:21 unknown-result"]),
            ("<block><value expr='order.found + order.state'/></block>", []),
            ("<block><value expr='order.toString()'/></block>", []),
            ("<block><assign name='order.own' expr='1'/><value expr='order.own'/></block>", []),
            ("<block><assign name='order' expr='false'/><value expr='order.sate'/></block>", ["2:56 unknown-result"]),
            // It is something else now.
            ("<block><assign name='order' expr='[]'/><value expr='order.size'/></block>", []),
            ("<block><var name='order'/><value expr='order.size'/></block>", []),
        ])
    func results(content: String, expected: [String]) throws {
        #expect(try findings(content) == expected)
    }

    @Test("of the form that asked only, and of methods that are known only")
    func others() throws {
        let elsewhere =
            "<form><object name='order' classid='method://orders/status'/></form>"
            + "<form><var name='order'/><block cond='order.size'/></form>"
        #expect(try FlowChecksTests.findings(flow(["main.vxml": elsewhere], plugins: Self.plugins)) == [])
        let unknown = "<form><object name='o' classid='method://stock/level'/><block cond='o.size'/></form>"
        #expect(try FlowChecksTests.findings(flow(["main.vxml": unknown], plugins: Self.plugins)) == [])
    }

    @Test("the nearest name is suggested, or all are listed")
    func hints() throws {
        let content =
            "<form><object name='order' classid='method://orders/status'/>"
            + "<block cond='order.sate'/><block cond='order.when'/></form>"
        let found = FlowChecks.diagnostics(of: try flow(["main.vxml": content], plugins: Self.plugins))
        #expect(found.map(\.hint) == ["Did you mean state?", "It gives found, state."])
    }
}
