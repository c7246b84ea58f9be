import ArgumentParser

/// `dialtone plugin`.
struct PluginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin",
        abstract: "Lists, calls and begins plugins.",
        subcommands: [PluginListCommand.self, PluginCallCommand.self, PluginNewCommand.self])
}
