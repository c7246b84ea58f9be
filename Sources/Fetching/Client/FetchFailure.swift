import CallControl

/// Why something could not be had.
public struct FetchFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        /// The server answered with that status.
        case status(Int)
        /// No answer in time.
        case timeout
        /// The platform does not allow it.
        case denied
        /// Whoever asked no longer wants it.
        case cancelled
        /// What is to be sent cannot be sent so.
        case unsendable
        /// All else: no file, no connection, no HTTP, too large, redirected without end.
        case unreachable
    }

    public var reason: Reason
    /// The URI, without what must not be shown, or the path.
    public let subject: String
    public var message: String

    /// - Parameter subject: a URI or a path.
    public init(_ reason: Reason, _ subject: String, _ message: String) {
        self.reason = reason
        self.subject = URIReference.readable(subject)
        self.message = message
    }

    public var description: String { "\(subject): \(message)" }

    /// The event of VoiceXML 2.0 5.2.6.
    public var event: String {
        switch reason {
        case .status(let status): "error.badfetch.http.\(status)"
        case .denied: "error.noauthorization"
        case .unsendable: "error.semantic"
        case .timeout, .cancelled, .unreachable: "error.badfetch"
        }
    }

    /// No answer came in time.
    public static func timeout(_ uri: String) -> Self { Self(.timeout, uri, "no answer within fetchtimeout") }
    /// Whoever asked no longer wants it.
    public static func cancelled(_ uri: String) -> Self { Self(.cancelled, uri, "no longer wanted") }
}
