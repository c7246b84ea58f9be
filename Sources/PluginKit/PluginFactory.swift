/// A kind of plugin that is linked in: what `use:` in `dialtone.yaml` names.
public struct PluginFactory: Sendable {
    /// As in `use: OrderLookup`.
    public let name: String
    private let build: @Sendable (PluginConfiguration) throws(PluginConfigurationError) -> any Plugin

    public init(
        name: String,
        make: @escaping @Sendable (PluginConfiguration) throws(PluginConfigurationError) -> any Plugin
    ) {
        self.name = name
        build = make
    }

    /// A plugin as configured. Opens nothing yet: a store is opened when a call first needs it.
    public func make(_ configuration: PluginConfiguration) throws(PluginConfigurationError) -> any Plugin {
        try build(configuration)
    }
}
