import CallControl
import PluginKit

/// The end of a call, ready to be told off the lane to the plugins that the call has invoked.
struct Farewell: Sendable {
    let plugins: CallPlugins
    let context: PluginContext

    /// How long a plugin may take over it.
    static let timeLimit = CallDuration.seconds(5)

    /// - Returns: what went wrong, by the plugin's name.
    func run() async -> [String: PluginAnswer] { await plugins.end(context) }
}

extension LaneContext {
    /// Lets the log know what went wrong when plugins were told of a call's end.
    func note(_ failures: [String: PluginAnswer]) {
        for (plugin, answer) in failures.sorted(by: { $0.key < $1.key }) {
            complaints.note(plugin, "callEnded", answer)
        }
    }
}
