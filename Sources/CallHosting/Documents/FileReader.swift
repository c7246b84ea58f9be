import Glibc

/// Reads files whole, or their beginnings.
enum FileReader {
    /// No document, grammar or script is larger.
    static let sizeLimit = 16 << 20

    /// The content of a regular file.
    static func read(_ path: String) throws(UnreadableFile) -> [UInt8] {
        guard let stamp = FileStamp(path) else { throw unreadable(path, errno) }
        guard !stamp.isFolder else { throw UnreadableFile(path: path, reason: "it is a folder") }
        guard stamp.isRegular else { throw UnreadableFile(path: path, reason: "it is no file") }
        guard stamp.size <= sizeLimit else { throw UnreadableFile(path: path, reason: "it is over 16 MiB large") }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path, errno) }
        defer { close(descriptor) }
        var content: [UInt8] = []
        content.reserveCapacity(stamp.size)
        // One byte more than allowed: the file may be growing.
        while content.count <= sizeLimit {
            let chunk = try chunk(of: path, descriptor, upTo: max(4096, stamp.size - content.count + 1))
            if chunk.isEmpty { return content }
            content += chunk
        }
        throw UnreadableFile(path: path, reason: "it is over 16 MiB large")
    }

    /// The first bytes of a regular file; nil when it cannot be read.
    static func head(_ path: String, count: Int) -> [UInt8]? {
        guard FileStamp(path)?.isRegular == true else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return try? chunk(of: path, descriptor, upTo: count)
    }

    private static func chunk(
        of path: String, _ descriptor: Int32, upTo count: Int
    ) throws(UnreadableFile) -> [UInt8] {
        var failure: Int32 = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let got = Glibc.read(descriptor, buffer.baseAddress, count)
            filled = max(0, got)
            failure = got < 0 ? errno : 0
        }
        guard failure == 0 else { throw unreadable(path, failure) }
        return chunk
    }

    private static func unreadable(_ path: String, _ code: Int32) -> UnreadableFile {
        UnreadableFile(path: path, reason: String(cString: strerror(code)))
    }
}
