import Foundation
import Glibc

/// A file cannot be read or written.
struct FileTrouble: Error, CustomStringConvertible {
    let description: String

    /// What the last call of the system complained of.
    init(_ path: String) { description = "\(path): \(String(cString: strerror(errno)))" }
}

/// Files that are there as a whole or not at all, even after the machine has stopped.
enum DurableFile {
    /// - Throws: `FileTrouble`, as all of this.
    static func write(_ data: Data, to path: String) throws {
        let partial = path + ".part"
        guard FileManager.default.createFile(atPath: partial, contents: data) else { throw FileTrouble(partial) }
        try settle(partial)
        try move(partial, to: path)
    }

    static func copy(_ source: String, to path: String) throws {
        guard let data = FileManager.default.contents(atPath: source) else { throw FileTrouble(source) }
        try write(data, to: path)
    }

    /// Takes the place of what is there.
    static func move(_ source: String, to path: String) throws {
        guard rename(source, path) == 0 else { throw FileTrouble(path) }
        try settle((path as NSString).deletingLastPathComponent)
    }

    static func moveIfThere(_ source: String, to path: String) throws {
        if rename(source, path) == 0 { return try settle((path as NSString).deletingLastPathComponent) }
        guard errno == ENOENT, access(source, F_OK) != 0 else { throw FileTrouble(path) }
    }

    /// Sees to it that it is on the disk.
    private static func settle(_ path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileTrouble(path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw FileTrouble(path) }
    }
}
