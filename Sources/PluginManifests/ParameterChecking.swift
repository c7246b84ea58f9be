public import CallControl

/// What is wrong with one parameter of a call. Its text names the parameter and never its value, which may be secret.
public struct ParameterProblem: Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        case missing
        case unknown
        case wrongType(expected: PluginManifest.ValueType)
        /// The parameters as a whole are no object.
        case notAnObject
    }

    public var parameter: String
    public var kind: Kind

    public init(_ parameter: String, _ kind: Kind) {
        self.parameter = parameter
        self.kind = kind
    }

    public var description: String {
        switch kind {
        case .missing: "the parameter '\(parameter)' is missing"
        case .unknown: "there is no parameter '\(parameter)'"
        case .wrongType(let expected): "the parameter '\(parameter)' is no \(expected.rawValue)"
        case .notAnObject: "the parameters are no object"
        }
    }
}

/// All that is wrong with the parameters of a call.
public struct ParameterProblems: Error, Hashable, Sendable, CustomStringConvertible {
    public var problems: [ParameterProblem]

    public var description: String { problems.map(\.description).joined(separator: "; ") }
}

extension PluginManifest.Method {
    /// The parameter of that name.
    public func parameter(_ name: String) -> PluginManifest.Parameter? { parameters.first { $0.name == name } }

    /// The values of sensitive parameters, as text: what no log and no message may hold.
    public func secrets(in values: JSONValue) -> [String] {
        parameters.filter(\.isSensitive).compactMap { parameter in
            switch values[parameter.name] {
            case .string(let text)?: text
            case .number(let number)?: JSONValue.number(number).jsonText
            default: nil
            }
        }
    }

    /// What is wrong with the parameters of a call, in the order of the manifest, unknown ones last.
    public func check(_ parameters: JSONValue) -> [ParameterProblem] { conformed(parameters).problems }

    /// The parameters with each value as its type has it, in the manifest's order; a null is as if it were not there.
    /// - Throws: what `check` finds.
    public func conform(_ parameters: JSONValue) throws(ParameterProblems) -> JSONValue {
        let (members, problems) = conformed(parameters)
        guard problems.isEmpty else { throw ParameterProblems(problems: problems) }
        return .object(members)
    }

    private func conformed(_ given: JSONValue) -> (members: [JSONValue.Member], problems: [ParameterProblem]) {
        guard case .object(let members) = given else { return ([], [ParameterProblem("", .notAnObject)]) }
        var conformed: [JSONValue.Member] = []
        var problems: [ParameterProblem] = []
        for parameter in parameters {
            guard let value = given[parameter.name], value != .null else {
                if parameter.isRequired { problems.append(ParameterProblem(parameter.name, .missing)) }
                continue
            }
            if let value = parameter.type.conform(value) {
                conformed.append(JSONValue.Member(parameter.name, value))
            } else {
                problems.append(ParameterProblem(parameter.name, .wrongType(expected: parameter.type)))
            }
        }
        for member in members where parameter(member.name) == nil {
            problems.append(ParameterProblem(member.name, .unknown))
        }
        return (conformed, problems)
    }
}
