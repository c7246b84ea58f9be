public import CallControl
import PluginKit
public import PluginManifests

/// A method of a plugin with a store.
public protocol StoreMethod<Settings>: SendableMetatype {
    associatedtype Settings: Sendable

    static var declaration: PluginManifest.Method { get }

    static func answer(_ call: MethodCall<Settings>) async throws -> JSONValue
}

extension StoreMethod {
    public static var name: String { declaration.name }
}

extension MethodCall {
    /// The answer of the method with this name.
    /// - Throws: `nomethod` when there is none, else what the method throws.
    public func answer(_ name: String, of methods: [any StoreMethod<Settings>.Type]) async throws -> JSONValue {
        guard let method = methods.first(where: { $0.declaration.name == name }) else {
            throw PluginFailure(PluginFailure.nomethod, "there is no method '\(name)'")
        }
        return try await method.answer(self)
    }
}
