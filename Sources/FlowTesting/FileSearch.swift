import Foundation

/// Finds files for the commands that take files and folders.
public enum FileSearch {
    /// The file itself, or all files in a folder and below whose names end so, in the order of their names. Each
    /// begins with the path as it was given.
    /// - Throws: `UnreadablePath` when there is nothing at the path.
    public static func files(at path: String, extensions: Set<String>) throws(UnreadablePath) -> [String] {
        guard FileManager.default.fileExists(atPath: path) else {
            throw UnreadablePath(path: path, reason: "there is no such file or folder")
        }
        guard isFolder(path) else { return [path] }
        // An enumerator does not follow a link at its root.
        let folder = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let names = FileManager.default.enumerator(atPath: folder) else {
            throw UnreadablePath(path: path, reason: "the folder cannot be read")
        }
        let prefix = path.hasSuffix("/") ? path : path + "/"
        return names.compactMap { $0 as? String }
            .filter { extensions.contains(($0 as NSString).pathExtension) && !Self.isFolder(folder + "/" + $0) }
            .sorted()
            .map { prefix + $0 }
    }

    /// Whether there is a folder at the path.
    public static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

/// A path that cannot be read.
public struct UnreadablePath: Error, Hashable, Sendable, CustomStringConvertible {
    public var path: String
    public var reason: String

    public var description: String { "\(path): \(reason)" }
}
