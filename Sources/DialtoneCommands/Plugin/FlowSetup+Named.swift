import CallHosting
import ConfigurationFiles

extension FlowSetup {
    /// The setup of the flow that FLOW of the command line names.
    static func named(_ flow: String) throws -> FlowSetup {
        let location = FlowLocation(flow)
        guard let folder = location.folder else { throw CommandFailure("\(flow): it is no file") }
        return try FlowSetup(folder: folder, factories: LinkedPlugins.factories)
    }
}
