import CallControl
import PluginManifests

extension PluginManifest {
    /// As `plugin.yaml` has it, but lists where that has mappings.
    var json: JSONValue {
        ["name": .string(name), "summary": .string(summary), "methods": .array(methods.map(\.json))]
    }
}

extension PluginManifest.Method {
    fileprivate var json: JSONValue {
        [
            "name": .string(name), "summary": .string(summary),
            "parameters": .array(
                parameters.map {
                    [
                        "name": .string($0.name), "type": .string($0.type.rawValue), "required": .bool($0.isRequired),
                        "sensitive": .bool($0.isSensitive), "summary": .string($0.summary),
                    ]
                }),
            "results": .array(
                results.map {
                    ["name": .string($0.name), "type": .string($0.type.rawValue), "summary": .string($0.summary)]
                }),
            "failures": .array(failures.map { .string($0) }),
            "timeLimitMilliseconds": .number(Double((timeLimit ?? PluginManifest.defaultTimeLimit).milliseconds)),
        ]
    }
}
