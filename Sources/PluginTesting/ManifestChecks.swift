import CallControl
import PluginKit
import PluginManifests

extension PluginContract {
    /// The manifest is valid, and the same for every plugin that is made alike.
    public func checkManifest() async throws {
        let rule = Rule.manifest
        let manifest = try await plugin().manifest
        if let problem = manifest.problems.first { throw ContractViolation(rule, problem) }
        guard try await plugin().manifest == manifest else { throw ContractViolation(rule, "it changes") }
    }

    /// There is a sample of each method, and each gives a result that keeps the manifest.
    public func checkSamples() async throws {
        let rule = Rule.samples
        let plugin = try await plugin()
        for method in plugin.manifest.methods where !samples.contains(where: { $0.method == method.name }) {
            throw ContractViolation(rule, "there is no sample of '\(method.name)'")
        }
        for (index, sample) in samples.enumerated() {
            _ = try await result(of: sample, from: plugin, rule: rule, invocation: "1/\(index + 1)")
        }
    }

    /// Missing, unknown and ill-typed parameters, and unknown methods, are refused.
    public func checkBadParameters() async throws {
        let rule = Rule.badParameters
        let plugin = try await plugin()
        for sample in samples {
            guard let method = plugin.manifest.method(sample.method) else {
                throw ContractViolation(rule, "the sample '\(sample.method)' names no method")
            }
            for (what, parameters) in method.spoilt(sample.parameters) {
                let answer = await PluginRunner.run(plugin, method.name, parameters, Self.context())
                guard case .failure(PluginFailure.badparameter, _) = answer else {
                    throw ContractViolation(rule, "'\(method.name)' with \(what) answered \(answer)")
                }
            }
        }
        let answer = await PluginRunner.run(plugin, "noSuchMethod", [:], Self.context())
        guard case .failure(PluginFailure.nomethod, _) = answer else {
            throw ContractViolation(rule, "a method that there is not answered \(answer)")
        }
    }
}

extension PluginManifest.Method {
    /// The parameters, each time with one fault, and what it is.
    fileprivate func spoilt(_ parameters: JSONValue) -> [(what: String, parameters: JSONValue)] {
        guard case .object(let members) = parameters else { return [] }
        var spoilt: [(String, JSONValue)] = [
            ("an unknown parameter", .object(members + [.init("noSuchParameter", "1")])),
            ("a list for parameters", .array([])),
        ]
        for parameter in self.parameters {
            let others = members.filter { $0.name != parameter.name }
            if parameter.isRequired { spoilt.append(("'\(parameter.name)' missing", .object(others))) }
            let wrong: JSONValue = parameter.type == .array ? [:] : []
            spoilt.append(("'\(parameter.name)' ill-typed", .object(others + [.init(parameter.name, wrong)])))
        }
        return spoilt
    }
}
