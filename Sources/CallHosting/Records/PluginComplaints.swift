import CallControl
import Logging
import PluginKit

/// Tells the log why plugins fail: the first time, and then the tenth, the hundredth…, since a store that is away fails
/// in every call. Parameters are never told.
struct PluginComplaints {
    private let logger: Logger
    private var counts: [String: Int] = [:]

    /// Messages may differ each time.
    private static let limit = 1_000

    init(logger: Logger) { self.logger = logger }

    mutating func note(_ plugin: String, _ method: String, _ answer: PluginAnswer) {
        guard case .failure(let what, let message) = answer, what != PluginFailure.cancelled else { return }
        let complaint = "\(plugin).\(method): \(what)" + (message.map { ": " + $0 } ?? "")
        if counts.count >= Self.limit { counts = [:] }
        let count = counts[complaint, default: 0] + 1
        counts[complaint] = count
        guard Self.isPowerOfTen(count) else { return }
        logger.warning("plugin \(complaint)\(count == 1 ? "" : " (\(count) times now)")")
    }

    private static func isPowerOfTen(_ count: Int) -> Bool {
        var power = 1
        while power < count { power *= 10 }
        return power == count
    }
}
