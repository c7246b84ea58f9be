import Glibc

extension GatewayStreams {
    /// Standard input, output and error, with standard output kept for the gateway: what anything else in the process
    /// prints, a plugin or a library of its own, goes to standard error and not in between the gateway's lines. Called
    /// once, at the start of the program.
    public static func reservingStandardOutput() -> GatewayStreams {
        var streams = GatewayStreams()
        streams.output = reserve(streams.output, straysTo: streams.errors)
        return streams
    }

    /// Moves an output to a descriptor that nobody else knows, and leads its old one to the errors.
    /// - Returns: the new descriptor; the old one, unchanged, where that cannot be done (it is closed).
    static func reserve(_ output: Int32, straysTo errors: Int32) -> Int32 {
        let reserved = fcntl(output, F_DUPFD_CLOEXEC, 3)
        guard reserved >= 0 else { return output }
        guard dup2(errors, output) >= 0 else {
            close(reserved)
            return output
        }
        return reserved
    }
}
