public import CallControl
private import Foundation
import PluginManifests

/// How a flow uses a plugin: its entry under `plugins:` in `dialtone.yaml`.
public struct PluginConfiguration: Hashable, Sendable {
    /// The PLUGIN of `method://PLUGIN/METHOD`.
    public var name: String
    /// An object, without the member `use`.
    public var settings: JSONValue
    /// The flow's folder, absolute: what it brings along is read from here.
    public var flowFolder: String
    /// The folder for what plugins write, absolute. The flow's folder, but a fresh one for each transcript in a test,
    /// which is not there until something is written.
    public var dataFolder: String

    public init(name: String, settings: JSONValue = [:], flowFolder: String, dataFolder: String? = nil) {
        self.name = name
        self.settings = settings
        self.flowFolder = flowFolder
        self.dataFolder = dataFolder ?? flowFolder
    }

    /// - Throws: an error that names the first setting that is not one of these.
    public func allow(_ known: [String]) throws(PluginConfigurationError) {
        guard case .object(let members) = settings else { throw error("its settings are no mapping") }
        if let stranger = members.first(where: { !known.contains($0.name) }) {
            throw error("there is no setting '\(stranger.name)'; there are \(known.joined(separator: ", "))")
        }
    }

    /// A setting that is text; nil when it is not there.
    public func string(_ setting: String) throws(PluginConfigurationError) -> String? {
        switch settings[setting] {
        case nil, .null?: return nil
        case .string(let text)?: return text
        default: throw error("the setting '\(setting)' is no text")
        }
    }

    /// A setting that is an integer within bounds; nil when it is not there.
    public func integer(_ setting: String, in range: ClosedRange<Int>) throws(PluginConfigurationError) -> Int? {
        guard let value = settings[setting], value != .null else { return nil }
        guard case .number(let number)? = PluginManifest.ValueType.integer.conform(value),
            let integer = Int(exactly: number), range.contains(integer)
        else {
            throw error("the setting '\(setting)' is no integer from \(range.lowerBound) to \(range.upperBound)")
        }
        return integer
    }

    /// The absolute path of something that comes with the flow.
    public func flowPath(_ path: String) -> String { Self.resolve(path, against: flowFolder) }

    /// The absolute path of something that the plugin writes.
    public func dataPath(_ path: String) -> String { Self.resolve(path, against: dataFolder) }

    public func error(_ message: String) -> PluginConfigurationError {
        PluginConfigurationError(plugin: name, message: message)
    }

    private static func resolve(_ path: String, against folder: String) -> String {
        URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: folder, isDirectory: true)).standardizedFileURL.path
    }
}

/// A plugin cannot be made as `dialtone.yaml` says.
public struct PluginConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    public var plugin: String
    public var message: String

    public init(plugin: String, message: String) {
        self.plugin = plugin
        self.message = message
    }

    public var description: String { "plugin '\(plugin)': \(message)" }
}
