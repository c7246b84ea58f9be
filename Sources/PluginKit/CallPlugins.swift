public import CallControl
import PluginManifests
import Synchronization

/// What one call asks of plugins. It knows which of them the call has invoked, and tells these when the call has ended.
public final class CallPlugins: Sendable {
    private struct State {
        /// Those that have been invoked, by name.
        var invoked: [String: any Plugin] = [:]
        /// How many invocations are at work, those included that nobody waits for any more.
        var working = 0
        var isOver = false
        var quiet = FirstOf<Void>()
    }

    private let state = Mutex(State())

    /// How long what is still at work may take to notice that the call has ended.
    private static let quietTime = CallDuration.seconds(1)

    public init() {}

    /// Calls a method of a plugin, see `PluginRunner`. Once the call has ended, nothing is invoked any more.
    public func run(
        _ plugin: any Plugin, _ method: String, _ parameters: JSONValue, _ context: PluginContext
    ) async -> PluginAnswer {
        await PluginRunner.run(Attended(plugin: plugin, call: self), method, parameters, context)
    }

    /// The same for whoever watches the time: returns when the plugin does.
    public func runUnlimited(
        _ plugin: any Plugin, _ method: String, _ parameters: JSONValue, _ context: PluginContext
    ) async -> PluginAnswer {
        await PluginRunner.runUnlimited(Attended(plugin: plugin, call: self), method, parameters, context)
    }

    /// The call has ended: every plugin that it has invoked is told, once, when nothing of the call is at work there
    /// any more. What does not end soon after its cancellation is not waited for.
    /// - Parameter context: of the end; its deadline limits how long this takes.
    /// - Returns: what went wrong, by the plugin's name.
    public func end(_ context: PluginContext) async -> [String: PluginAnswer] {
        let (invoked, quiet) = close()
        if invoked.isEmpty { return [:] }
        if let quiet {
            _ = await FirstAnswer.of(limit: Self.quietTime) {
                await quiet.wait()
                return .result([:])
            }
        }
        return await withTaskGroup(of: (String, PluginAnswer).self) { group in
            for (name, plugin) in invoked {
                group.addTask { (name, await PluginRunner.callEnded(plugin, context)) }
            }
            return await group.reduce(into: [:]) { failures, told in
                if case .failure = told.1 { failures[told.0] = told.1 }
            }
        }
    }

    /// - Returns: the plugins to tell, and what to wait for before.
    private func close() -> (invoked: [String: any Plugin], quiet: FirstOf<Void>?) {
        state.withLock { state in
            state.isOver = true
            defer { state.invoked = [:] }
            return (state.invoked, state.working == 0 ? nil : state.quiet)
        }
    }

    /// - Returns: false when the call has ended.
    fileprivate func enter(_ plugin: any Plugin) -> Bool {
        state.withLock { state in
            if state.isOver { return false }
            state.invoked[plugin.manifest.name] = plugin
            state.working += 1
            return true
        }
    }

    fileprivate func leave() {
        let quiet = state.withLock { state in
            state.working -= 1
            return state.isOver && state.working == 0 ? state.quiet : nil
        }
        quiet?.give(())
    }
}

/// A plugin as one call sees it.
private struct Attended: Plugin {
    let plugin: any Plugin
    let call: CallPlugins

    var manifest: PluginManifest { plugin.manifest }

    func invoke(_ method: String, parameters: JSONValue, context: PluginContext) async throws -> JSONValue {
        guard call.enter(plugin) else { throw CancellationError() }
        defer { call.leave() }
        return try await plugin.invoke(method, parameters: parameters, context: context)
    }
}
