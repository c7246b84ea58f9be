public import ConfigurationFiles
import Foundation
public import PluginManifests
import Yams

/// A folder with a plugin that is a program of its own: what its `plugin.yaml` says.
public struct PluginFolder: Hashable, Sendable {
    /// The name of the file.
    public static let fileName = "plugin.yaml"

    /// Absolute.
    public let path: String
    public let manifest: PluginManifest
    /// The program and its arguments. The program is found in `PATH`, or from the folder when it has a slash; it runs
    /// in the folder.
    public let command: [String]

    /// Whether the program is to be told of the end of calls that have invoked it.
    public let isToldOfCallEnds: Bool

    /// - Throws: an error with the place of what is wrong in the file.
    public init(_ path: String) throws(ConfigurationError) {
        self.path = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL.path
        let file = self.path + "/" + Self.fileName
        guard let content = FileManager.default.contents(atPath: file) else {
            throw ConfigurationError(file: file, message: "it cannot be read")
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            throw ConfigurationError(file: file, message: "it is no UTF-8")
        }
        let yaml = YAMLReader(file: file)
        guard let root = try yaml.compose(text) else { throw ConfigurationError(file: file, message: "it is empty") }
        (manifest, command, isToldOfCallEnds) = try PluginFileReader(yaml: yaml).read(root)
    }
}
