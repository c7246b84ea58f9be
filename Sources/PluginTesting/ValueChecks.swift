import CallControl
import PluginKit
import PluginManifests

extension PluginContract {
    /// Values that keep the manifest and that no caller means: the plugin answers a result, or a failure that it declares
    /// (or that its parameters are bad), and goes on.
    public func checkValues() async throws {
        let rule = Rule.values
        for sample in samples {
            let plugin = try await plugin()
            guard let method = plugin.manifest.method(sample.method) else { continue }
            for (index, (what, parameters)) in method.strained(sample.parameters).enumerated() {
                let context = Self.context("1/strained\(index)")
                let answer = await PluginRunner.run(plugin, method.name, parameters, context)
                guard case .failure(let failure, let message) = answer else { continue }
                if failure != PluginFailure.badparameter, !method.failures.contains(failure) {
                    throw ContractViolation(rule, "'\(method.name)' with \(what) failed: \(failure) \(message ?? "")")
                }
            }
            _ = try await result(of: sample, from: plugin, rule: rule, invocation: "1/next")
        }
    }
}

extension PluginManifest.Method {
    /// The parameters, each time with one value replaced, and what it is.
    fileprivate func strained(_ sample: JSONValue) -> [(what: String, parameters: JSONValue)] {
        parameters.flatMap { parameter in
            parameter.type.limits.enumerated().map { number, value in
                let others = sample.members.filter { $0.name != parameter.name }
                let what = "value \(number) of '\(parameter.name)'"
                return (what, .object(others + [.init(parameter.name, value)]))
            }
        }
    }
}

extension PluginManifest.ValueType {
    /// Values at the limits of a type.
    fileprivate var limits: [JSONValue] {
        switch self {
        case .string:
            [
                "", " ", "\u{0}", "'; DROP TABLE orders; --", "%", "../../etc/passwd", "\u{1F4DE}\u{301}\u{202E}",
                "99999999999999999999999", "-1", .string(String(repeating: "9", count: 10_000)),
            ]
        case .integer: [0, -1, 9_007_199_254_740_991, -9_007_199_254_740_991]
        case .number: [0, -0.5, 1e308, -1e308, 1e-300]
        case .boolean: [true, false]
        case .date: ["0001-01-01", "9999-12-31", "2000-02-29"]
        case .object: [[:], ["a": ["b": [1]]]]
        case .array: [[], [[], [:], .null]]
        }
    }
}
