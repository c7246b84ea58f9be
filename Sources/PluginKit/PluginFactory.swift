/// A kind of plugin: what `use:` in `dialtone.yaml` names, or a setting in its place.
public struct PluginFactory: Sendable {
    /// As in `use: OrderLookup`, or the name of the setting.
    public let name: String
    /// Whether an entry asks for it by a setting, not by `use`.
    public let isAskedForBySetting: Bool
    private let build: @Sendable (PluginConfiguration) throws(PluginConfigurationError) -> any Plugin

    public init(
        name: String,
        make: @escaping @Sendable (PluginConfiguration) throws(PluginConfigurationError) -> any Plugin
    ) {
        self.name = name
        isAskedForBySetting = false
        build = make
    }

    /// A kind that entries without `use` ask for by this setting, as in `folder: ../Plugins/KnownFaults`.
    public init(
        setting: String,
        make: @escaping @Sendable (PluginConfiguration) throws(PluginConfigurationError) -> any Plugin
    ) {
        name = setting
        isAskedForBySetting = true
        build = make
    }

    /// A plugin as configured. Opens nothing yet: a store is opened when a call first needs it.
    public func make(_ configuration: PluginConfiguration) throws(PluginConfigurationError) -> any Plugin {
        try build(configuration)
    }
}
