import CallControl
import PluginKit
import PluginManifests
import PluginStore

/// The list of those to be called back.
enum CallbacksMethod: StoreMethod {
    static let declaration = PluginManifest.Method(
        "callbacks", "The callbacks to be made",
        [
            .init("line", .string, required: false, summary: "only those of a line"),
            .init("state", .string, required: false, summary: "open, taken or closed; all but closed, if not given"),
        ],
        [.count, .init("callbacks", .array, summary: "of each, what take tells")])

    static func answer(_ call: MethodCall) async throws -> JSONValue {
        let state = try call.read.optionalString("state").map { text throws(PluginFailure) in
            guard let state = Callback.State(rawValue: text) else {
                throw PluginFailure(PluginFailure.badparameter, "the parameter 'state' is not open, taken or closed")
            }
            return state
        }
        let line = call.read.optionalString("line")
        return try await call.store.read(call.context) { db in
            let callbacks = try Callback.all(db, line: line, state: state)
            return [
                "count": .number(Double(callbacks.count)),
                "callbacks": .array(try callbacks.map { try $0.staffFields(db) }),
            ]
        }
    }
}
