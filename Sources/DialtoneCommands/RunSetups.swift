import CallHosting
import ConfigurationFiles
import PluginKit
import Synchronization

/// The set-ups of the flows of a run: one for each folder with a `dialtone.yaml`, all ended with the run.
final class RunSetups: Sendable {
    /// What they have in common.
    private let common: HostOptions
    private let arePluginsScripted: Bool
    private let dataFolder: String?
    private let made = Mutex<[FlowSetup]>([])

    /// - Parameter dataFolder: where the plugins of each write, into a folder of its own; nil: each into its flow's.
    init(_ common: HostOptions, arePluginsScripted: Bool, dataFolder: String?) {
        self.common = common
        self.arePluginsScripted = arePluginsScripted
        self.dataFolder = dataFolder
    }

    /// How the calls of a folder's flows are hosted.
    func options(of folder: String) throws(ConfigurationError) -> HostOptions {
        try made.withLock { (made) throws(ConfigurationError) in
            let setup = try FlowSetup(
                folder: folder, factories: LinkedPlugins.factories, dataFolder: dataFolder.map { "\($0)/\(made.count)" }
            )
            made.append(setup)
            var options = common
            options.plugins = setup.hosted(isScripted: arePluginsScripted)
            options.properties = setup.configuration.properties
            options.access = setup.configuration.access
            return options
        }
    }

    /// Ends the plugins of all, at the same time.
    func stop() async {
        await withTaskGroup(of: Void.self) { group in
            for setup in made.withLock({ $0 }) { group.addTask { await setup.plugins.stop() } }
        }
    }
}
