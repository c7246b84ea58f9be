import PluginKit

/// Why a fax was not sent.
enum Cause: String, Codable, Sendable {
    case busy, noAnswer
    /// No fax at the other end, or a transmission that broke off.
    case line
    /// The fax server or the outbox is away: that is no attempt.
    case server
    /// The pages cannot be made, or are refused.
    case document
    /// It could not be sent in time.
    case expired
}

/// When and how often a fax is tried again.
struct Retries: Sendable {
    /// How often a number is dialled.
    let attempts: Int
    let giveUpHours: Int
    private let busyMinutes: Int
    private let noAnswerMinutes: Int
    private let lineMinutes: Int

    init(_ configuration: PluginConfiguration) throws(PluginConfigurationError) {
        attempts = try configuration.integer("attempts", in: 1...20) ?? 5
        giveUpHours = try configuration.integer("give-up-hours", in: 1...168) ?? 24
        busyMinutes = try configuration.integer("busy-minutes", in: 1...1440) ?? 3
        noAnswerMinutes = try configuration.integer("no-answer-minutes", in: 1...1440) ?? 15
        lineMinutes = try configuration.integer("line-minutes", in: 1...1440) ?? 5
    }

    /// How long the next attempt waits, in milliseconds; nil: there is none.
    func pause(after cause: Cause) -> Int? {
        switch cause {
        case .busy: busyMinutes * 60_000
        case .noAnswer: noAnswerMinutes * 60_000
        case .line, .server: lineMinutes * 60_000
        case .document, .expired: nil
        }
    }
}
