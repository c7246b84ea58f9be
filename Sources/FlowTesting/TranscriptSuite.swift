import Foundation

/// The transcripts of files and folders.
public enum TranscriptSuite {
    /// What a transcript's name ends with.
    public static let fileExtension = "call"
    /// The folder in a flow's folder where its transcripts are.
    public static let folderName = "calls"

    /// The transcripts that a path names: itself, or all below it when it is a folder, in the order of their names.
    /// - Throws: `UnreadablePath` when there is nothing at the path.
    public static func files(at path: String) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw UnreadablePath(path: path, reason: "there is no such file or folder")
        }
        guard isFolder.boolValue else { return [path] }
        guard let names = FileManager.default.enumerator(atPath: path) else {
            throw UnreadablePath(path: path, reason: "the folder cannot be read")
        }
        let prefix = path.hasSuffix("/") ? path : path + "/"
        return names.compactMap { $0 as? String }.filter { $0.hasSuffix("." + fileExtension) }.sorted()
            .map { prefix + $0 }
    }
}

/// A path that cannot be read.
public struct UnreadablePath: Error, Hashable, Sendable, CustomStringConvertible {
    public var path: String
    public var reason: String

    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    public var description: String { "\(path): \(reason)" }
}
