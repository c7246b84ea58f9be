import CallControl
import PluginManifests
import Testing

@Suite("Manifests")
struct ManifestProblemsTests {
    private static let method = PluginManifest.Method(name: "find", summary: "")

    private static func manifest(_ methods: PluginManifest.Method...) -> PluginManifest {
        PluginManifest(name: "orders", summary: "", methods: methods)
    }

    @Test("a good manifest has no problems")
    func good() {
        let method = PluginManifest.Method(
            name: "find_2", summary: "", parameters: [.init("number", .string, summary: "")],
            results: [.init("number", .string, summary: "")], failures: ["unavailable"], timeLimit: .seconds(1))
        #expect(Self.manifest(method).problems == [])
    }

    @Test(
        "each problem is told",
        arguments: [
            (
                PluginManifest(name: "or-ders", summary: "", methods: [method]),
                "the plugin's name 'or-ders' is no identifier"
            ),
            (PluginManifest(name: "", summary: "", methods: [method]), "the plugin's name '' is no identifier"),
            (manifest(), "the plugin has no method"),
            (manifest(method, method), "the method 'find' is declared twice"),
            (manifest(.init(name: "1st", summary: "")), "method '1st': its name is no identifier"),
            (
                manifest(.init(name: "find", summary: "", parameters: [.init("a.b", .string, summary: "")])),
                "method 'find': the parameter 'a.b' is no identifier"
            ),
            (
                manifest(
                    .init(
                        name: "find", summary: "",
                        parameters: [.init("a", .string, summary: ""), .init("a", .date, summary: "")])),
                "method 'find': the parameter 'a' is declared twice"
            ),
            (
                manifest(
                    .init(
                        name: "find", summary: "",
                        results: [.init("r", .string, summary: ""), .init("r", .date, summary: "")])),
                "method 'find': the result 'r' is declared twice"
            ),
            (
                manifest(.init(name: "find", summary: "", failures: ["not found"])),
                "method 'find': the failure 'not found' is no identifier"
            ),
            (
                manifest(.init(name: "find", summary: "", timeLimit: .zero)),
                "method 'find': its time limit is not above zero"
            ),
        ])
    func problem(manifest: PluginManifest, text: String) {
        #expect(manifest.problems == [text])
    }
}
