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
        for (name, node) in try yaml.members(of: root, "the file") {
            switch name {
            case "name": manifest.name = try yaml.scalar(node, "'name'")
            case "summary": manifest.summary = try yaml.scalar(node, "'summary'")
            case "command": command = try yaml.scalars(node, "'command'")
            case "call-ended": isToldOfCallEnds = try yaml.boolean(node, "'call-ended'")
            case "methods": manifest.methods = try methods(node)
            default: throw unknown(name, node, "name, summary, command, call-ended and methods")
            }
        }
        guard command.first?.isEmpty == false else {
            throw yaml.error(root, "'command' does not say which program to start, as in [python3, plugin.py]")
        }
        if let problem = manifest.problems.first { throw yaml.error(root, problem) }
        return (manifest, command, isToldOfCallEnds)
    }

    private func methods(_ node: Node) throws(ConfigurationError) -> [PluginManifest.Method] {
        var methods: [PluginManifest.Method] = []
        for (name, node) in try yaml.members(of: node, "'methods'") { methods.append(try method(name, node)) }
        return methods
    }

    private func method(_ name: String, _ node: Node) throws(ConfigurationError) -> PluginManifest.Method {
        var method = PluginManifest.Method(name: name, summary: "")
        for (setting, node) in try yaml.members(of: node, "the method '\(name)'") {
            switch setting {
            case "summary": method.summary = try yaml.scalar(node, "'summary'")
            case "parameters":
                for (name, node) in try yaml.members(of: node, "'parameters'") {
                    method.parameters.append(try parameter(name, node))
                }
            case "results":
                for (name, node) in try yaml.members(of: node, "'results'") {
                    method.results.append(try result(name, node))
                }
            case "failures": method.failures = try yaml.scalars(node, "'failures'")
            case "time-limit": method.timeLimit = try duration(node, "'time-limit'")
            case "every": method.every = try duration(node, "'every'")
            default: throw unknown(setting, node, "summary, parameters, results, failures, time-limit and every")
            }
        }
        return method
    }

    private func parameter(_ name: String, _ node: Node) throws(ConfigurationError) -> PluginManifest.Parameter {
        var parameter = PluginManifest.Parameter(name, .string, summary: "")
        for (setting, node) in try yaml.members(of: node, "the parameter '\(name)'") {
            switch setting {
            case "type": parameter.type = try type(node)
            case "required": parameter.isRequired = try yaml.boolean(node, "'required'")
            case "sensitive": parameter.isSensitive = try yaml.boolean(node, "'sensitive'")
            case "summary": parameter.summary = try yaml.scalar(node, "'summary'")
            default: throw unknown(setting, node, "type, required, sensitive and summary")
            }
        }
        return parameter
    }

    private func result(_ name: String, _ node: Node) throws(ConfigurationError) -> PluginManifest.Result {
        var result = PluginManifest.Result(name, .string, summary: "")
        for (setting, node) in try yaml.members(of: node, "the result '\(name)'") {
            switch setting {
            case "type": result.type = try type(node)
            case "summary": result.summary = try yaml.scalar(node, "'summary'")
            default: throw unknown(setting, node, "type and summary")
            }
        }
        return result
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
        return duration
    }

    private func unknown(_ name: String, _ node: Node, _ known: String) -> ConfigurationError {
        yaml.error(node, "there is no setting '\(name)'; there are \(known)")
    }
}
