import CallControl
import PluginKit
import Subprocess
import SystemPackage

/// A plugin's program: how it is started, and what it is told first.
struct Program: Sendable {
    let command: [String]
    /// Its working folder, absolute.
    let folder: String
    /// The parameters of `start`.
    let start: JSONValue

    init(_ folder: PluginFolder, _ configuration: PluginConfiguration) {
        command = folder.command
        self.folder = folder.path
        var settings = configuration.settings
        if case .object(let members) = settings { settings = .object(members.filter { $0.name != "folder" }) }
        start = [
            "plugin": .string(configuration.name), "settings": settings,
            "flowFolder": .string(configuration.flowFolder), "dataFolder": .string(configuration.dataFolder),
        ]
    }

    /// In a process group of its own: a Ctrl-C at the terminal is not meant for it, and what it starts itself can be
    /// ended with it.
    var configuration: Configuration {
        var options = PlatformOptions()
        options.processGroupID = 0
        return Configuration(
            executable: executable, arguments: Arguments(Array(command.dropFirst())),
            workingDirectory: FilePath(folder), platformOptions: options)
    }

    private var executable: Executable {
        guard let name = command.first, name.contains("/") else { return .name(command.first ?? "") }
        return .path(name.hasPrefix("/") ? FilePath(name) : FilePath(folder).pushing(FilePath(name)))
    }
}
