import CallControl
import Diagnostics
import DialogMachines
import Dialogs
import Expressions
import PluginManifests

extension Compilation {
    /// Compares the `<param>`s of an `<object>` with what the plugin's manifest says of the method.
    ///
    /// - Parameter values: What the `<param>`s were compiled to, one by one.
    mutating func check(
        _ params: [Param], _ values: [ParamEntry], of method: PluginManifest.Method, named name: String,
        at position: SourcePosition
    ) {
        var given: Set<String> = []
        for (param, entry) in zip(params, values) {
            if !given.insert(param.name.text).inserted { report(.duplicateParam(param.name)) }
            guard let parameter = method.parameters.first(where: { $0.name == param.name.text }) else {
                report(.unknownParam(param.name, method: name, known: method.parameters.map(\.name)))
                continue
            }
            if let constant = entry.value.constant, parameter.type.conform(constant) == nil {
                report(
                    .paramType(
                        parameter.name, type: parameter.type.rawValue, method: name, at: param.value.position))
            }
        }
        for parameter in method.parameters where parameter.isRequired && !given.contains(parameter.name) {
            report(.missingParam(parameter.name, method: name, at: position))
        }
    }
}

extension Computed {
    /// The value if it is the same in every call. It is compared and never reported: it may be a secret.
    fileprivate var constant: JSONValue? {
        switch self {
        case .literal(let text): .string(text)
        case .expression(let expression):
            switch expression.form {
            case .native(.literal(.string(let text))): .string(text.string)
            case .native(.literal(.number(let number))): .number(number)
            case .native(.literal(.bool(let bool))): .bool(bool)
            default: nil
            }
        }
    }
}

extension LiteralOrExpression {
    fileprivate var position: SourcePosition {
        switch self {
        case .literal(let text), .expression(let text): text.position
        }
    }
}
