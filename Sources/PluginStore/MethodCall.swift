public import CallControl
import Foundation
public import GRDB
public import PluginKit
public import PluginManifests

/// One invocation of a method of a plugin with a store, and what it may use.
public struct MethodCall<Settings: Sendable>: Sendable {
    public let parameters: JSONValue
    public let context: PluginContext
    public let settings: Settings
    public let store: Store

    public init(parameters: JSONValue, context: PluginContext, settings: Settings, store: Store) {
        self.parameters = parameters
        self.context = context
        self.settings = settings
        self.store = store
    }

    public var read: ParameterReader { ParameterReader(parameters) }

    /// Does the work of a method once in this invocation, in an immediate transaction; see `RecordedAnswers`.
    public func writeOnce(
        _ method: String, _ work: @escaping @Sendable (Database) throws -> JSONValue
    ) async throws -> JSONValue {
        let asked = Data(parameters.jsonText.utf8)
        return try await store.write(context) { [context] db in
            try RecordedAnswers.once(db, context, method, asked: asked) { try work(db) }
        }
    }
}

extension PluginManifest.Method {
    /// A method of a plugin with a store: all can fail as the store can.
    public init(
        _ name: String, _ summary: String, _ parameters: [PluginManifest.Parameter],
        _ results: [PluginManifest.Result]
    ) {
        self.init(
            name: name, summary: summary, parameters: parameters, results: results, failures: [Store.unavailable])
    }
}

extension PluginManifest.Result {
    /// The field that tells what a caller brought about.
    public static let outcome = Self("outcome", .string, summary: "what came of it")
}
