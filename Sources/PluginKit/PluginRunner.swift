public import CallControl
import PluginManifests

/// Calls plugins and makes sure that there is one answer, in time, that keeps the manifest.
public enum PluginRunner {
    /// Calls a method of a plugin. Returns at the latest when the manifest's time limit or the context's deadline has
    /// passed, in real time, or when the task is cancelled, even if the plugin takes no notice.
    /// - Parameter parameters: as the flow gives them; the plugin gets them as the manifest's types have them.
    public static func run(
        _ plugin: any Plugin, _ method: String, _ parameters: JSONValue, _ context: PluginContext
    ) async -> PluginAnswer {
        let ownLimit = plugin.manifest.method(method)?.timeLimit ?? PluginManifest.defaultTimeLimit
        return await FirstAnswer.of(limit: min(ownLimit, context.timeLimit)) {
            await runUnlimited(plugin, method, parameters, context)
        }
    }

    /// Calls a method of a plugin, for whoever watches the time: returns when the plugin does.
    /// - Parameter parameters: as the flow gives them; the plugin gets them as the manifest's types have them.
    public static func runUnlimited(
        _ plugin: any Plugin, _ method: String, _ parameters: JSONValue, _ context: PluginContext
    ) async -> PluginAnswer {
        let manifest = plugin.manifest
        guard let declared = manifest.method(method) else {
            return .failure(
                what: PluginFailure.nomethod, message: "the plugin '\(manifest.name)' has no method '\(method)'")
        }
        let checked: JSONValue
        do {
            checked = try declared.conform(parameters)
        } catch {
            return .failure(what: PluginFailure.badparameter, message: error.description)
        }
        return declared.redacting(checked, in: await invoke(plugin, declared, checked, context))
    }

    /// Tells a plugin that a call has ended. Returns at the latest when the context's deadline has passed, in real time.
    /// - Returns: a result, which says nothing, or a failure.
    public static func callEnded(_ plugin: any Plugin, _ context: PluginContext) async -> PluginAnswer {
        await FirstAnswer.of(limit: context.timeLimit) {
            await answer {
                try await plugin.callEnded(context)
                return .result([:])
            }
        }
    }

    private static func invoke(
        _ plugin: any Plugin, _ method: PluginManifest.Method, _ parameters: JSONValue, _ context: PluginContext
    ) async -> PluginAnswer {
        await answer {
            let answer = try await plugin.invoke(method.name, parameters: parameters, context: context)
            let problems = method.problems(ofResult: answer)
            guard problems.isEmpty else {
                return .failure(what: PluginFailure.badresult, message: problems.joined(separator: "; "))
            }
            return .result(answer)
        }
    }

    /// The answer of the work, or the failure that its error stands for.
    private static func answer(_ work: () async throws -> PluginAnswer) async -> PluginAnswer {
        do {
            return try await work()
        } catch let failure as PluginFailure where PluginManifest.isIdentifier(failure.what) {
            return .failure(what: failure.what, message: failure.message)
        } catch is CancellationError {
            return .failure(what: PluginFailure.cancelled, message: nil)
        } catch {
            // Only the kind of error: its text may hold what the caller keyed in.
            return .failure(what: PluginFailure.internal, message: "the plugin failed: \(type(of: error))")
        }
    }
}

extension PluginContext {
    fileprivate var timeLimit: CallDuration {
        CallDuration(milliseconds: deadline.epochMilliseconds - now.epochMilliseconds)
    }
}

extension PluginManifest.Method {
    /// The answer with the values of sensitive parameters taken out of a failure's text.
    fileprivate func redacting(_ parameters: JSONValue, in answer: PluginAnswer) -> PluginAnswer {
        guard case .failure(let what, var message?) = answer else { return answer }
        for secret in secrets(in: parameters) where !secret.isEmpty {
            message = message.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "…")
        }
        return .failure(what: what, message: message)
    }
}
