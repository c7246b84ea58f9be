import CallControl
import Logging
import PluginKit

/// Tells the log why plugins fail: the first time, and then the tenth, the hundredth…, since a store that is away fails
/// in every call. One that fails otherwise is told anew, one that says something else is not: messages may differ each
/// time. Parameters are never told.
struct PluginComplaints {
    private let logger: Logger
    private var counts: [String: Int] = [:]

    /// A plugin may make up ever new failures.
    private static let limit = 1_000

    init(logger: Logger) { self.logger = logger }

    mutating func note(_ plugin: String, _ method: String, _ answer: PluginAnswer) {
        guard case .failure(let what, let message) = answer, what != PluginFailure.cancelled else { return }
        let failure = "\(plugin).\(method): \(what)"
        if counts.count >= Self.limit { counts = [:] }
        let count = counts[failure, default: 0] + 1
        counts[failure] = count
        guard Self.isPowerOfTen(count) else { return }
        let why = message.map { ": " + $0 } ?? ""
        logger.warning("plugin \(failure)\(why)\(count == 1 ? "" : " (\(count) times now)")")
    }

    private static func isPowerOfTen(_ count: Int) -> Bool {
        var power = 1
        while power < count { power *= 10 }
        return power == count
    }
}
