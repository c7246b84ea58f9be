public import CallControl
public import PluginManifests

/// The plugins that one flow uses, by name.
public struct PluginSet: Sendable {
    private let plugins: [String: any Plugin]

    /// Of two plugins of one name the first counts.
    public init(_ plugins: [any Plugin] = []) {
        self.plugins = Dictionary(plugins.map { ($0.manifest.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Makes the plugins of a flow.
    /// - Parameters:
    ///   - entries: the mapping under `plugins:` in `dialtone.yaml`, as in
    ///     `{orders: {use: OrderLookup, database: data/orders.sqlite}}`; null: none.
    ///   - factories: the kinds of plugins that there are.
    ///   - flowFolder: the flow's folder, absolute.
    ///   - dataFolder: where plugins write; nil: the flow's folder.
    public init(
        configuredBy entries: JSONValue, factories: [PluginFactory], flowFolder: String, dataFolder: String? = nil
    ) throws(PluginConfigurationError) {
        if entries == .null {
            self.init()
            return
        }
        guard case .object(let members) = entries else {
            throw PluginConfigurationError(plugin: "", message: "'plugins' is no mapping")
        }
        var made: [any Plugin] = []
        for member in members {
            made.append(try Self.make(member, factories, flowFolder: flowFolder, dataFolder: dataFolder))
        }
        self.init(made)
    }

    public subscript(name: String) -> (any Plugin)? { plugins[name] }

    /// The manifests, for the compiler and the interpreter.
    public var catalog: PluginCatalog {
        PluginCatalog(manifests: plugins.values.map(\.manifest).sorted { $0.name < $1.name })
    }

    /// Ends what the plugins do not end by themselves, all at the same time. Nothing is invoked afterwards.
    public func stop() async {
        await withTaskGroup(of: Void.self) { group in
            for plugin in plugins.values { group.addTask { await plugin.stop() } }
        }
    }

    private static func make(
        _ entry: JSONValue.Member, _ factories: [PluginFactory], flowFolder: String, dataFolder: String?
    ) throws(PluginConfigurationError) -> any Plugin {
        var configuration = PluginConfiguration(name: entry.name, flowFolder: flowFolder, dataFolder: dataFolder)
        guard case .object(let members) = entry.value else { throw configuration.error("its entry is no mapping") }
        let factory = try Self.factory(askedForBy: entry.value, factories, configuration)
        configuration.settings = .object(members.filter { $0.name != "use" })
        let plugin = try factory.make(configuration)
        if let problem = plugin.manifest.problems.first { throw configuration.error("in its manifest \(problem)") }
        return plugin
    }

    private static func factory(
        askedForBy entry: JSONValue, _ factories: [PluginFactory], _ configuration: PluginConfiguration
    ) throws(PluginConfigurationError) -> PluginFactory {
        guard case .string(let kind)? = entry["use"] else {
            if let factory = factories.first(where: { $0.isAskedForBySetting && entry[$0.name] != nil }) {
                return factory
            }
            throw configuration.error("'use' does not say which kind of plugin it is")
        }
        let kinds = factories.filter { !$0.isAskedForBySetting }
        guard let factory = kinds.first(where: { $0.name == kind }) else {
            let known = kinds.map(\.name).joined(separator: ", ")
            throw configuration.error("there is no kind of plugin '\(kind)'; there are: \(known)")
        }
        return factory
    }
}
