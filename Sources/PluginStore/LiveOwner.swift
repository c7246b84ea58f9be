public import Foundation
import Synchronization

/// Who holds something in a store that several processes share, and whether that process still lives.
///
/// An owner is a file beside the store that its process keeps locked. The system unlocks it when the process ends,
/// however it ends: what a killed process held is free at once, without a clock.
public final class LiveOwner: Sendable {
    private let folder: URL
    private let file = Mutex<(name: String, descriptor: Int32)?>(nil)

    /// Makes nothing yet.
    /// - Parameter folder: made at first use, with the file of each process that uses the store.
    public init(folder: URL) { self.folder = folder }

    deinit {
        guard let (name, descriptor) = file.withLock({ $0 }) else { return }
        unlink(path(name))
        close(descriptor)
    }

    /// The name of this process as an owner; nil when its file cannot be made.
    public func name() -> String? {
        file.withLock { file in
            if file == nil { file = Self.make(in: folder) }
            return file?.name
        }
    }

    /// Whether the process lives that has this name. When it does not, its file is removed.
    public func isAlive(_ owner: String) -> Bool {
        if file.withLock({ $0?.name }) == owner { return true }
        let descriptor = open(path(owner), O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return errno != ENOENT }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return true }
        unlink(path(owner))
        return false
    }

    private func path(_ owner: String) -> String { folder.appendingPathComponent(owner).path }

    private static func make(in folder: URL) -> (name: String, descriptor: Int32)? {
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for _ in 0..<10 {
            let name = UUID().uuidString
            let descriptor = open(
                folder.appendingPathComponent(name).path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return nil }
            var status = stat()
            // Somebody may have found it not yet locked, and removed it.
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0, status.st_nlink > 0 {
                return (name, descriptor)
            }
            close(descriptor)
        }
        return nil
    }
}
