public import CallControl
public import ConfigurationFiles
public import Diagnostics
import DialogCompiler
import Dialogs
import Yams

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
    /// Where each plugin's entry begins.
    private(set) var pluginPlaces: [String: SourcePosition] = [:]
    private var propertyTexts: [Property] = []
    private var file = Self.fileName

    public init(
        plugins: JSONValue = .object([]), properties: [String: String] = [:], access: FetchAccess = FetchAccess()
    ) {
        self.plugins = plugins
        self.properties = properties
        self.access = access
    }

    /// Whether a flow's folder has the file.
    public static func exists(inFolder folder: String) -> Bool { FileStamp(folder + "/" + fileName) != nil }

    /// Reads the file in a flow's folder; without one, everything has its default.
    /// - Throws: `ConfigurationError` with the place of what is wrong.
    public init(inFolder folder: String) throws(ConfigurationError) {
        guard Self.exists(inFolder: folder) else {
            self.init()
            return
        }
        let path = folder + "/" + Self.fileName
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
        for entry in try reader.entries(of: root, "the file") {
            switch entry.name {
            case "plugins":
                plugins = try reader.object(entry.value, "'plugins'")
                for plugin in try reader.entries(of: entry.value, "'plugins'") {
                    pluginPlaces[plugin.name] = plugin.key.place
                }
            case "properties":
                for property in try reader.entries(of: entry.value, "'properties'") {
                    let value = try reader.scalar(property.value, "the property '\(property.name)'")
                    properties[property.name] = value
                    propertyTexts.append(
                        Property(
                            name: SourceText(property.name, at: property.key.place),
                            value: SourceText(value, at: property.value.place), position: property.key.place))
                }
            case "allow": access = try FetchAccess(entry.value, reader)
            default: throw reader.unknown(entry, "plugins, properties and allow")
            }
        }
        self.file = file
    }

    /// What is wrong with the properties: an error for each value that none of its kind can have, a warning for each
    /// name that there is not.
    public var diagnostics: [Diagnostic] { DialogCompiler.check(propertyTexts, file: file) }
}

extension Node {
    fileprivate var place: SourcePosition {
        mark.map { SourcePosition(line: $0.line, column: $0.column) } ?? SourcePosition(line: 1, column: 1)
    }
}
