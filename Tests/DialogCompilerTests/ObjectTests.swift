import Diagnostics
import DialogMachines
import PluginManifests
import Testing

@Suite("<object> against manifests")
struct ObjectTests {
    private static let catalog = PluginCatalog(manifests: [
        PluginManifest(
            name: "orders", summary: "Orders",
            methods: [
                .init(
                    name: "status", summary: "Status of an order",
                    parameters: [
                        .init("number", .integer, summary: "Its number"),
                        .init("rate", .number, required: false, summary: ""),
                        .init("full", .boolean, required: false, summary: ""),
                        .init("note", .string, required: false, summary: ""),
                        .init("filter", .object, required: false, summary: ""),
                    ])
            ])
    ])

    @Test(
        "Plugin, method and parameters are compared with the manifest",
        arguments: [
            ("orders/status", "<param name='number' value='12'/>", []),
            ("orders/status", "<param name='number' expr='n'/><param name='note' value='x'/>", []),
            ("orders/status", "<param name='number' expr='n'/><param name='filter' expr='{}'/>", []),
            ("orders/status", "<param name='number' expr=\"'12'\"/><param name='full' expr='true'/>", []),
            ("orders/status", "<param name='number' expr=\"'a1'\"/>", ["error param-type"]),
            ("orders/status", "<param name='number' expr='1.5'/>", ["error param-type"]),
            ("orders/status", "<param name='number' expr='true'/>", ["error param-type"]),
            ("order/status", "", ["error unknown-plugin"]),
            ("orders/state", "", ["error unknown-method"]),
            ("orders/status", "", ["error missing-param"]),
            (
                "orders/status", "<param name='number' value='1'/><param name='size' value='1'/>",
                ["error unknown-param"]
            ),
            (
                "orders/status", "<param name='number' value='1'/><param name='number' value='2'/>",
                ["error duplicate-param"]
            ),
            ("orders/status", "<param name='number' value='a1'/>", ["error param-type"]),
            (
                "orders/status", "<param name='number' value='1'/><param name='rate' value='much'/>",
                ["error param-type"]
            ),
            ("orders/status", "<param name='number' value='1'/><param name='full' value='yes'/>", ["error param-type"]),
            (
                "orders/status", "<param name='number' value='1'/><param name='filter' value='{}'/>",
                ["error param-type"]
            ),
        ])
    func check(_ method: String, _ params: String, _ findings: [String]) throws {
        let object = "<object name='o' classid='method://\(method)'>\(params)</object>"
        #expect(try compile(form: object, plugins: Self.catalog).findings == findings)
    }

    @Test("Without manifests, or where unknown plugins are answered for, nothing is compared")
    func unchecked() throws {
        let object = "<object name='o' classid='method://other/thing'/>"
        #expect(try compile(form: object).findings.isEmpty)
        #expect(try compile(form: object, plugins: PluginCatalog(acceptsUnknown: true)).findings.isEmpty)
    }

    @Test(
        "A classid that names no method throws error.unsupported.objectname when it is visited",
        arguments: ["classid='java:com.example'", "classid='method://orders'", "classid='method://a/b/c'", ""])
    func otherObjects(_ classid: String) throws {
        let compiled = try compile(form: "<object name='o' \(classid)/>", plugins: Self.catalog)
        #expect(compiled.findings == ["error unsupported-classid"])
        guard case .object(let object) = compiled.machine.items[0].kind else { return }
        #expect(object.call == nil)
    }

    @Test("56 A literal value is not repeated in what is said of it")
    func secrets() throws {
        let object = "<object classid='method://orders/status'><param name='number' value='s3cret'/></object>"
        let text = try compile(form: object, plugins: Self.catalog).diagnostics.map(\.description).joined()
        #expect(!text.isEmpty && !text.contains("s3cret"))
    }
}
