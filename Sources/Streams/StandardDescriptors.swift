import Glibc

/// Standard input, output and error.
package enum StandardDescriptors {
    /// Opens those that were closed when the program was started, before anything else opens something: it would get
    /// their numbers. Nothing comes in then, what goes to the errors is lost, and the output is still one to which nothing
    /// can be written and at whose other end nobody is.
    package static func complete() { complete(input: 0, output: 1, errors: 2) }

    static func complete(input: Int32, output: Int32, errors: Int32) {
        for descriptor in [input, errors] where isClosed(descriptor) { move(open("/dev/null", O_RDWR), to: descriptor) }
        guard isClosed(output) else { return }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        close(ends[1])
        move(ends[0], to: output)
    }

    private static func isClosed(_ descriptor: Int32) -> Bool { fcntl(descriptor, F_GETFD) < 0 }

    private static func move(_ descriptor: Int32, to target: Int32) {
        guard descriptor >= 0, descriptor != target else { return }
        _ = dup2(descriptor, target)
        close(descriptor)
    }
}
