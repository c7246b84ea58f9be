import CallControl
import ConfigurationFiles
import PluginManifests
import Yams

/// Reads the manifest and the command in a `plugin.yaml`.
struct PluginFileReader {
    let yaml: YAMLReader

    func read(
        _ root: Node
    ) throws(ConfigurationError) -> (manifest: PluginManifest, command: [String], isToldOfCallEnds: Bool) {
        var manifest = PluginManifest(name: "", summary: "", methods: [])
        var command: [String] = []
        var isToldOfCallEnds = false
        for entry in try yaml.entries(of: root, "the file") {
            switch entry.name {
            case "name": manifest.name = try identifier(entry.value, try yaml.scalar(entry.value, "'name'"))
            case "summary": manifest.summary = try yaml.scalar(entry.value, "'summary'")
            case "command": command = try yaml.scalars(entry.value, "'command'")
            case "call-ended": isToldOfCallEnds = try yaml.boolean(entry.value, "'call-ended'")
            case "methods":
                for entry in try yaml.entries(of: entry.value, "'methods'") {
                    manifest.methods.append(try method(entry))
                }
            default: throw yaml.unknown(entry, "name, summary, command, call-ended and methods")
            }
        }
        guard command.first?.isEmpty == false else {
            throw yaml.error(root, "'command' does not say which program to start, as in [python3, plugin.py]")
        }
        if let problem = manifest.problems.first { throw yaml.error(root, problem) }
        return (manifest, command, isToldOfCallEnds)
    }

    private func method(_ entry: YAMLReader.Entry) throws(ConfigurationError) -> PluginManifest.Method {
        var method = PluginManifest.Method(name: try identifier(entry.key, entry.name), summary: "")
        for setting in try yaml.entries(of: entry.value, "the method '\(entry.name)'") {
            let node = setting.value
            switch setting.name {
            case "summary": method.summary = try yaml.scalar(node, "'summary'")
            case "parameters":
                for entry in try yaml.entries(of: node, "'parameters'") {
                    method.parameters.append(try parameter(entry))
                }
            case "results":
                for entry in try yaml.entries(of: node, "'results'") { method.results.append(try result(entry)) }
            case "failures":
                for (name, element) in zip(try yaml.scalars(node, "'failures'"), node.sequence ?? []) {
                    method.failures.append(try identifier(element, name))
                }
            case "time-limit": method.timeLimit = try duration(node, "'time-limit'")
            case "every": method.every = try duration(node, "'every'")
            default: throw yaml.unknown(setting, "summary, parameters, results, failures, time-limit and every")
            }
        }
        return method
    }

    private func parameter(_ entry: YAMLReader.Entry) throws(ConfigurationError) -> PluginManifest.Parameter {
        var parameter = PluginManifest.Parameter(try identifier(entry.key, entry.name), .string, summary: "")
        for setting in try yaml.entries(of: entry.value, "the parameter '\(entry.name)'") {
            switch setting.name {
            case "type": parameter.type = try type(setting.value)
            case "required": parameter.isRequired = try yaml.boolean(setting.value, "'required'")
            case "sensitive": parameter.isSensitive = try yaml.boolean(setting.value, "'sensitive'")
            case "summary": parameter.summary = try yaml.scalar(setting.value, "'summary'")
            default: throw yaml.unknown(setting, "type, required, sensitive and summary")
            }
        }
        return parameter
    }

    private func result(_ entry: YAMLReader.Entry) throws(ConfigurationError) -> PluginManifest.Result {
        var result = PluginManifest.Result(try identifier(entry.key, entry.name), .string, summary: "")
        for setting in try yaml.entries(of: entry.value, "the result '\(entry.name)'") {
            switch setting.name {
            case "type": result.type = try type(setting.value)
            case "summary": result.summary = try yaml.scalar(setting.value, "'summary'")
            default: throw yaml.unknown(setting, "type and summary")
            }
        }
        return result
    }

    /// The name, if it can be a part of an event's name and of an ECMAScript expression.
    private func identifier(_ node: Node, _ name: String) throws(ConfigurationError) -> String {
        guard PluginManifest.isIdentifier(name) else {
            throw yaml.error(node, "'\(name)' is no name of letters, digits and underlines with a letter first")
        }
        return name
    }

    private func type(_ node: Node) throws(ConfigurationError) -> PluginManifest.ValueType {
        let name = try yaml.scalar(node, "'type'")
        guard let type = PluginManifest.ValueType(rawValue: name) else {
            let known = PluginManifest.ValueType.allCases.map(\.rawValue).joined(separator: ", ")
            throw yaml.error(node, "there is no type '\(name)'; there are \(known)")
        }
        return type
    }

    private func duration(_ node: Node, _ what: String) throws(ConfigurationError) -> CallDuration {
        let text = try yaml.scalar(node, what)
        guard let duration = CallDuration(timeDesignation: text) else {
            throw yaml.error(node, "'\(text)' is no time such as 5s or 300ms")
        }
        guard duration > .zero else { throw yaml.error(node, "\(what) is not above zero") }
        return duration
    }
}
