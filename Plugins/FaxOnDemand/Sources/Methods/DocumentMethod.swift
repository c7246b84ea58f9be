import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// A document, for whoever knows its number.
enum DocumentMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "document", "A document, by its number", [.document, .language],
        [.outcome] + PluginManifest.Result.document)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let number = try call.read.string("document")
        let document = try await call.store.read(call.context) { db in try FaxDocument.find(db, number) }
        guard let document else { return .outcome("notFound") }
        return .outcome("found") + document.fields(call.language)
    }
}
