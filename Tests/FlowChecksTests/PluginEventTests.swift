import Diagnostics
import FlowChecks
import PluginManifests
import Testing

@Suite("Handlers of failures of plugins")
struct PluginEventTests {
    private static let orders = PluginManifest(name: "orders", summary: "", methods: [])

    private func findings(_ event: String, _ plugins: PluginCatalog?) throws -> [Diagnostic] {
        let content = "<form><block/></form><catch event='\(event)'/>"
        return FlowChecks.diagnostics(of: try flow(["main.vxml": content], plugins: plugins))
    }

    @Test(
        "of a plugin that the flow does not have",
        arguments: [
            ("error.plugin.order.timeout", true), ("error.plugin.order", true), ("error.plugin.orders.timeout", false),
            ("error.plugin.orders", false), ("error.plugin", false), ("error", false),
        ])
    func unknown(event: String, isWarned: Bool) throws {
        let found = try findings(event, PluginCatalog(manifests: [Self.orders]))
        #expect(found.map(\.id) == (isWarned ? ["unthrown-event"] : []))
        #expect(found.allSatisfy { $0.hint == "Did you mean error.plugin.orders?" })
    }

    @Test("nothing is said where plugins are not known, or scripted")
    func unsure() throws {
        #expect(try findings("error.plugin.order", nil).isEmpty)
        #expect(try findings("error.plugin.order", PluginCatalog(acceptsUnknown: true)).isEmpty)
        #expect(try findings("error.plugin.order", PluginCatalog()).map(\.hint) == ["dialtone.yaml names no plugins."])
    }
}
