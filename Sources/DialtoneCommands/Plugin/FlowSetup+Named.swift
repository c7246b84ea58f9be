import CallHosting
import ConfigurationFiles
import Foundation

extension FlowSetup {
    /// The setup of the flow that FLOW of the command line names.
    static func named(_ flow: String) throws -> FlowSetup {
        let location = FlowLocation(flow)
        guard let folder = location.folder else { throw CommandFailure("\(flow): it is no file") }
        if let path = location.path, !FileManager.default.fileExists(atPath: path) {
            throw CommandFailure("\(path): there is no such file")
        }
        return try FlowSetup(folder: folder, factories: LinkedPlugins.factories)
    }
}
