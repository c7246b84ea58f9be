public struct ObjectEntry: Sendable {
    /// From `classid="method://PLUGIN/METHOD"`; nil for any other classid: `error.unsupported.objectname`.
    public var call: PluginCall?
    public var classid: String
    public var params: [ParamEntry]

    public struct PluginCall: Hashable, Sendable {
        public var plugin: String
        public var method: String
        public init(plugin: String, method: String) {
            self.plugin = plugin
            self.method = method
        }
    }

    public init(call: PluginCall?, classid: String, params: [ParamEntry]) {
        self.call = call
        self.classid = classid
        self.params = params
    }
}
