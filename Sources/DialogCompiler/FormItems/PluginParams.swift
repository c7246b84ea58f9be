import Diagnostics
import Dialogs
import PluginManifests

extension Compilation {
    /// Compares the `<param>`s of an `<object>` with what the plugin's manifest says of the method.
    mutating func check(
        _ params: [Param], of method: PluginManifest.Method, named name: String, at position: SourcePosition
    ) {
        var given: Set<String> = []
        for param in params {
            if !given.insert(param.name.text).inserted { report(.duplicateParam(param.name)) }
            guard let parameter = method.parameters.first(where: { $0.name == param.name.text }) else {
                report(.unknownParam(param.name, method: name, known: method.parameters.map(\.name)))
                continue
            }
            if case .literal(let value) = param.value, !parameter.type.accepts(literal: value.text) {
                report(.paramType(parameter.name, type: parameter.type.rawValue, at: value.position))
            }
        }
        for parameter in method.parameters where parameter.isRequired && !given.contains(parameter.name) {
            report(.missingParam(parameter.name, method: name, at: position))
        }
    }
}

extension PluginManifest.ValueType {
    /// Whether the text of a `value` attribute can stand for a value of this type. The text itself is never reported:
    /// it may be a secret.
    fileprivate func accepts(literal text: String) -> Bool {
        switch self {
        case .string, .date: true
        case .integer: Int(text) != nil
        case .number: Double(text).map(\.isFinite) ?? false
        case .boolean: Bool(text) != nil
        case .object, .array: false
        }
    }
}
