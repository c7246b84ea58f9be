/// Whether an expert takes calls, as the expert says.
enum Presence: String, Codable, Sendable, CaseIterable {
    case present, away, `break`, busy
}
