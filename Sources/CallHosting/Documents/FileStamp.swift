import Glibc

/// What tells, without reading it, whether a file is still the one that was read.
struct FileStamp: Hashable, Sendable {
    let path: String
    let size: Int
    let isRegular: Bool
    let isFolder: Bool
    private let device: UInt64
    private let inode: UInt64
    private let modified: Moment
    private let changed: Moment

    private struct Moment: Hashable {
        var seconds: Int
        var nanoseconds: Int

        init(_ time: timespec) {
            seconds = time.tv_sec
            nanoseconds = time.tv_nsec
        }
    }

    /// nil when there is no such file.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.path = path
        size = Int(status.st_size)
        isRegular = status.st_mode & S_IFMT == S_IFREG
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        modified = Moment(status.st_mtim)
        changed = Moment(status.st_ctim)
    }
}

/// A file that a resource was made of, as it was then.
struct FileDependency: Hashable, Sendable {
    let path: String
    /// nil: there was none.
    let stamp: FileStamp?

    init(_ path: String) {
        self.path = path
        stamp = FileStamp(path)
    }

    var isFresh: Bool { FileStamp(path) == stamp }
}
