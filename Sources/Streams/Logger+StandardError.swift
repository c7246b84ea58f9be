package import Logging

extension Logger {
    /// Writes to standard error, whatever the process has chosen for its loggers: standard output is the gateway's.
    package static func standardError(_ label: String) -> Logger {
        Logger(label: label) { StreamLogHandler.standardErrorLines(label: $0) }
    }
}

extension StreamLogHandler {
    /// Writes to standard error without ever waiting for whoever reads it.
    package static func standardErrorLines(label: String) -> StreamLogHandler {
        StreamLogHandler(label: label, stream: LogOutput.standardError)
    }
}
