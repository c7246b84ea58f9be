import ArgumentParser
import CallControl
import PluginManifests

/// The parameters of a plugin's method as a command line has them: `key=value`.
struct PluginArguments {
    private let pairs: [(key: String, value: String)]

    init(_ arguments: [String]) throws {
        pairs = try arguments.map { argument in
            guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else {
                throw ValidationError("A parameter is written key=value, not '\(argument)'.")
            }
            return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
        }
        var seen: Set<String> = []
        if let twice = pairs.first(where: { !seen.insert($0.key).inserted }) {
            throw ValidationError("The parameter '\(twice.key)' is given twice.")
        }
    }

    /// The values as the flow would give them: text, as keyed in, but objects and arrays in JSON.
    /// - Throws: a failure that says what the method takes.
    func values(for method: PluginManifest.Method) throws -> JSONValue {
        let values = JSONValue.object(try pairs.map { JSONValue.Member($0, try value($1, of: method.parameter($0))) })
        let problems = method.check(values)
        guard problems.isEmpty else {
            throw CommandFailure(
                problems.map(\.description).joined(separator: "; ") + "; it takes:\n    " + method.signature)
        }
        return values
    }

    private func value(_ text: String, of parameter: PluginManifest.Parameter?) throws -> JSONValue {
        guard let parameter, parameter.type == .object || parameter.type == .array else { return .string(text) }
        do {
            return try JSONValue(parsing: text)
        } catch {
            throw CommandFailure(
                "the value of '\(parameter.name)' is no JSON (at byte \(error.offset + 1): \(error.message))")
        }
    }
}
