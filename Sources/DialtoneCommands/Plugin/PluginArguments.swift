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
    }

    /// The values as the flow would give them: text, as keyed in, but objects and arrays in JSON.
    func values(for method: PluginManifest.Method?) throws -> JSONValue {
        .object(
            try pairs.map { key, value in
                guard let type = method?.parameter(key)?.type, type == .object || type == .array else {
                    return JSONValue.Member(key, .string(value))
                }
                guard let json = try? JSONValue(parsing: value) else {
                    throw ValidationError("The value of '\(key)' is no JSON.")
                }
                return JSONValue.Member(key, json)
            })
    }
}
