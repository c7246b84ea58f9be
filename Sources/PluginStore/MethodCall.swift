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

    /// The language of what is spoken: the parameter `language`, or the call's.
    public var language: SpokenLanguage { SpokenLanguage(locale: read.optionalString("language") ?? context.locale) }

    /// Seconds since 1970.
    public var now: Int { context.now.epochMilliseconds / 1000 }

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
        _ results: [PluginManifest.Result], timeLimit: CallDuration? = nil, every: CallDuration? = nil
    ) {
        self.init(
            name: name, summary: summary, parameters: parameters, results: results, failures: [Store.unavailable],
            timeLimit: timeLimit, every: every)
    }
}

extension PluginManifest.Parameter {
    public static let language = Self(
        "language", .string, required: false, summary: "language tag of spoken texts; the call's, if not given")
}

extension PluginManifest.Result {
    public static let count = Self("count", .integer, summary: "how many there are")

    /// The field that tells what a caller brought about.
    public static let outcome = Self("outcome", .string, summary: "what came of it")
}
