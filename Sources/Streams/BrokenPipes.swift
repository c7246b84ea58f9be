import Glibc

/// Pipes that nobody reads any more.
package enum BrokenPipes {
    /// Makes writing to them an error instead of the end of the process.
    package static func ignore() { _ = isIgnored }

    private static let isIgnored: Void = { signal(SIGPIPE, SIG_IGN) }()
}
