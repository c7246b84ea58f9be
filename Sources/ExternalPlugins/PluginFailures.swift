public import PluginKit

// The WHATs of `error.plugin.PLUGIN.WHAT` that every plugin outside the process can fail with.
extension PluginFailure {
    /// The plugin's process ended before it had answered.
    public static let crashed = "crashed"
    /// Too many invocations are in flight.
    public static let busy = "busy"
    /// The plugin's process cannot be started, or refuses to start.
    public static let unavailable = "unavailable"
}
