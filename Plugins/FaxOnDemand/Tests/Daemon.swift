import Foundation
import Glibc

/// A process that begins with no signal blocked, unlike those of Foundation, which take over what their thread blocks:
/// faxq would hear of no child's end.
struct Daemon: Sendable {
    private let id: pid_t

    init(_ path: String, _ arguments: [String]) throws {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        for descriptor: Int32 in 0...2 {
            posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_RDWR, 0)
        }
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var id: pid_t = 0
        guard posix_spawn(&id, path, &files, &attributes, &words, environ) == 0 else {
            throw CocoaError(.executableLoad)
        }
        self.id = id
    }

    /// Waits for its end.
    func wait() {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0, errno == EINTR {}
    }

    /// Ends it, in the end by force.
    func end() {
        kill(id, SIGTERM)
        for _ in 0..<300 {
            var status: Int32 = 0
            guard waitpid(id, &status, WNOHANG) == 0 else { return }
            usleep(10_000)
        }
        kill(id, SIGKILL)
        wait()
    }

    /// False once it has ended and was waited for.
    var isRunning: Bool { kill(id, 0) == 0 }
}
