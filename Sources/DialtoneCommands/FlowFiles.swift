import CallHosting
import FlowTesting
import Foundation

/// The documents and grammars of a flow on disk.
enum FlowFiles {
    private static let extensions: Set = ["vxml", "grxml"]

    /// The file itself, or all documents and grammars in a folder and below, in the order of their names.
    static func all(at path: String) throws -> [String] {
        let files = try FileSearch.files(at: path, extensions: extensions)
        guard !files.isEmpty else { throw CommandFailure("\(path): there is no document in this folder") }
        return files
    }

    /// The same, those together that share a `dialtone.yaml` or have none, by the folder of that.
    /// What is given by the URI of a server has that of the working folder.
    static func byConfiguration(at path: String) throws -> [(folder: String, files: [String])] {
        if FlowLocation(path).folder == nil { return [(FileManager.default.currentDirectoryPath, [path])] }
        var groups: [(folder: String, files: [String])] = []
        for file in try all(at: path) {
            let folder = configurationFolder(of: file, below: path)
            if let index = groups.firstIndex(where: { $0.folder == folder }) {
                groups[index].files.append(file)
            } else {
                groups.append((folder, [file]))
            }
        }
        return groups
    }

    /// The nearest folder at or above the file's own with a `dialtone.yaml`, absolute, but none above `path`; without
    /// one `path` itself, or the file's own folder where that is no folder.
    static func configurationFolder(of file: String, below path: String) -> String {
        let own = URL(fileURLWithPath: file).standardizedFileURL.deletingLastPathComponent()
        let top = URL(fileURLWithPath: path).standardizedFileURL.path
        var folder = own
        while !FileManager.default.fileExists(atPath: folder.appendingPathComponent(FlowConfiguration.fileName).path) {
            guard folder.path != top, folder.path.hasPrefix(top), folder.path != "/" else {
                return own.path.hasPrefix(top) ? top : own.path
            }
            folder.deleteLastPathComponent()
        }
        return folder.path
    }
}
