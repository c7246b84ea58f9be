public import CallControl

public struct ObjectEntry: Sendable {
    /// From `classid="method://PLUGIN/METHOD"`; nil for any other classid: `error.unsupported.objectname`.
    public var call: PluginCall?
    public var classid: String
    public var params: [ParamEntry]
    /// How long the answer is waited for; nil: as long as the method may take.
    public var fetchtimeout: CallDuration?

    public struct PluginCall: Hashable, Sendable {
        public var plugin: String
        public var method: String
        public init(plugin: String, method: String) {
            self.plugin = plugin
            self.method = method
        }
    }

    public init(call: PluginCall?, classid: String, params: [ParamEntry], fetchtimeout: CallDuration? = nil) {
        self.call = call
        self.classid = classid
        self.params = params
        self.fetchtimeout = fetchtimeout
    }
}
