import Foundation

/// A file that is locked by one at a time, of all processes. The system unlocks it when its process ends, however it
/// ends, and wakes those who wait for it in the order in which they came.
final class FileLock: Sendable {
    private let descriptor: Int32

    /// nil when the file cannot be made.
    init?(_ path: String) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// Does not wait.
    func tryLock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

    /// Waits for however long it takes. Whoever has it already has it again.
    func lock() { while flock(descriptor, LOCK_EX) != 0, errno == EINTR {} }

    func unlock() { flock(descriptor, LOCK_UN) }
}
