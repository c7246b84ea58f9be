import Logging

/// A log that a test can look at.
struct KeptLog: LogHandler {
    private let kept: Kept<String>
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    init(_ kept: Kept<String>) { self.kept = kept }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { kept.append(["\(event.message)"]) }
}
