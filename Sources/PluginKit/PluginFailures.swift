// The WHATs of `error.plugin.PLUGIN.WHAT` that every plugin can fail with, beside those that its manifest declares.
extension PluginFailure {
    /// The parameters do not keep the manifest.
    public static let badparameter = "badparameter"
    /// The answer does not keep the manifest.
    public static let badresult = "badresult"
    /// No answer within the time limit.
    public static let timeout = "timeout"
    /// The caller hung up before the answer.
    public static let cancelled = "cancelled"
    /// The plugin has no such method.
    public static let nomethod = "nomethod"
    /// The plugin failed in a way of its own.
    public static let `internal` = "internal"
}
