public import CallControl

/// Reads the parameters of a call by name and type.
///
/// They have been checked against the manifest before, so a read fails only where plugin and manifest disagree.
public struct ParameterReader: Sendable {
    private let parameters: JSONValue

    public init(_ parameters: JSONValue) { self.parameters = parameters }

    /// - Throws: `PluginFailure.badparameter` when it is not there or of another type; so do the others.
    public func string(_ name: String) throws(PluginFailure) -> String { try required(name, optionalString(name)) }

    public func integer(_ name: String) throws(PluginFailure) -> Int { try required(name, optionalInteger(name)) }

    public func number(_ name: String) throws(PluginFailure) -> Double { try required(name, optionalNumber(name)) }

    public func boolean(_ name: String) throws(PluginFailure) -> Bool { try required(name, optionalBoolean(name)) }

    public func date(_ name: String) throws(PluginFailure) -> CalendarDay { try required(name, optionalDate(name)) }

    public func array(_ name: String) throws(PluginFailure) -> [JSONValue] { try required(name, optionalArray(name)) }

    /// nil when it is not there or of another type; so for the others.
    public func optionalString(_ name: String) -> String? {
        if case .string(let text) = parameters[name] { text } else { nil }
    }

    public func optionalInteger(_ name: String) -> Int? { optionalNumber(name).flatMap { Int(exactly: $0) } }

    public func optionalNumber(_ name: String) -> Double? {
        if case .number(let number) = parameters[name] { number } else { nil }
    }

    public func optionalBoolean(_ name: String) -> Bool? {
        if case .bool(let bool) = parameters[name] { bool } else { nil }
    }

    public func optionalDate(_ name: String) -> CalendarDay? { optionalString(name).flatMap { CalendarDay($0) } }

    public func optionalArray(_ name: String) -> [JSONValue]? {
        if case .array(let elements) = parameters[name] { elements } else { nil }
    }

    private func required<T>(_ name: String, _ value: T?) throws(PluginFailure) -> T {
        guard let value else { throw PluginFailure(PluginFailure.badparameter, "the parameter '\(name)' is missing") }
        return value
    }
}
