import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// An expert takes a callback on.
enum TakeMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "take", "An expert takes a callback on",
        [.entry, .expert],
        [.outcome] + PluginManifest.Result.callback)

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let expert = try call.read.string("expert")
        return try await Callback.change(call, name) { db, entry in
            guard try Expert.find(db, expert) != nil else { return "notFound" }
            switch entry.state {
            case .closed: return "closed"
            case .taken: return entry.takenBy == expert ? "already" : "taken"
            case .open:
                entry.state = .taken
                entry.takenBy = expert
                return "done"
            }
        }
    }
}
