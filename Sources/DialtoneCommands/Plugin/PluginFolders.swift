import ConfigurationFiles
import ExternalPlugins
import Foundation

/// The folders with a `plugin.yaml` in the folder `Plugins` here.
enum PluginFolders {
    static let name = "Plugins"

    /// All of them, by name.
    static func all() throws -> [PluginFolder] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: name)) ?? []
        return try names.sorted().map { name + "/" + $0 }.filter(isPlugin).map { try PluginFolder($0) }
    }

    /// The path of a plugin that is named by its folder, or by its name in `Plugins`.
    static func path(of plugin: String) -> String? { [plugin, name + "/" + plugin].first(where: isPlugin) }

    private static func isPlugin(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/" + PluginFolder.fileName)
    }
}
