public import CallControl
public import ConfigurationFiles

/// What `dialtone.yaml` beside a flow says.
public struct FlowConfiguration: Hashable, Sendable {
    /// The name of the file.
    public static let fileName = "dialtone.yaml"

    /// The settings of each plugin by its name; an object. `PluginSet(configuredBy:factories:flowFolder:)` reads it.
    public var plugins: JSONValue
    /// Default values of properties.
    public var properties: [String: String]
    /// What flows may fetch.
    public var access: FetchAccess

    public init(
        plugins: JSONValue = .object([]), properties: [String: String] = [:], access: FetchAccess = FetchAccess()
    ) {
        self.plugins = plugins
        self.properties = properties
        self.access = access
    }

    /// Reads the file in a flow's folder; without one, everything has its default.
    /// - Throws: `ConfigurationError` with the place of what is wrong.
    public init(inFolder folder: String) throws(ConfigurationError) {
        let path = folder + "/" + Self.fileName
        guard FileStamp(path) != nil else {
            self.init()
            return
        }
        let content: [UInt8]
        do {
            content = try FileReader.read(path)
        } catch {
            throw ConfigurationError(file: path, message: error.reason)
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            throw ConfigurationError(file: path, message: "it is no UTF-8")
        }
        try self.init(yaml: text, file: path)
        access.folders = access.folders?.map { FlowLocation.absolute($0, relativeTo: folder) }
    }

    /// Reads the text of a `dialtone.yaml`; folders stay as they are written.
    /// - Parameter file: what errors call it.
    public init(yaml: String, file: String = Self.fileName) throws(ConfigurationError) {
        self.init()
        let reader = YAMLReader(file: file)
        guard let root = try reader.compose(yaml) else { return }
        for (name, node) in try reader.members(of: root, "the file") {
            switch name {
            case "plugins": plugins = try reader.object(node, "'plugins'")
            case "properties":
                for (property, value) in try reader.members(of: node, "'properties'") {
                    properties[property] = try reader.scalar(value, "the property '\(property)'")
                }
            case "allow": access = try FetchAccess(node, reader)
            default:
                throw reader.error(node, "there is no setting '\(name)'; there are plugins, properties and allow")
            }
        }
    }
}
