import CSpawn
import Foundation

/// Why a process could not be started.
struct EngineStartFailure: Error {
    var reason: String

    /// After a call of the system.
    static func system(_ call: String, _ number: Int32 = errno) -> EngineStartFailure {
        EngineStartFailure(reason: "\(call): \(String(cString: strerror(number)))")
    }
}

extension EngineProcess {
    /// Starts a process; it may take a while until it can be asked.
    static func start(_ command: EngineCommand) throws(EngineStartFailure) -> EngineProcess {
        var sockets: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &sockets) == 0 else {
            throw .system("socketpair")
        }
        // Nobody reads it before the process is gone: what does not fit is lost, and nothing waits.
        var errors: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, kind | Int32(SOCK_NONBLOCK.rawValue), 0, &errors) == 0 else {
            defer { for descriptor in sockets { close(descriptor) } }
            throw .system("socketpair")
        }
        defer {
            close(sockets[1])
            close(errors[1])
        }
        do throws(EngineStartFailure) {
            let pid = try spawn(command, input: sockets[1], errors: errors[1])
            return EngineProcess(pid: pid, socket: sockets[0], errors: errors[0])
        } catch {
            close(sockets[0])
            close(errors[0])
            throw error
        }
    }

    private static func spawn(
        _ command: EngineCommand, input: Int32, errors: Int32
    ) throws(EngineStartFailure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)

        // In a group of its own: a Ctrl-C at the terminal is not meant for it.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var usual = sigset_t()
        sigemptyset(&usual)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&usual, signal) }
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var pid: pid_t = 0
        let variables = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        let problem = withCStrings(["dialtone"] + command.arguments) { arguments in
            withCStrings(variables) { variables in
                posix_spawn(&pid, command.executable, &actions, &attributes, arguments, variables)
            }
        }
        guard problem == 0 else { throw .system(command.executable, problem) }
        return pid
    }

    private static func withCStrings<Result>(
        _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers = texts.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return body(&pointers)
    }
}
