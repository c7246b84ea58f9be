/// What came of a transfer, in VoiceXML's words (VoiceXML 2.0 2.3.7), or the event that it threw.
struct TransferOutcome: Sendable {
    let text: String

    /// The call has ended, or goes on to something else.
    static let hangup = TransferOutcome(text: "hangup")

    /// Whether nobody has talked, and another is to be tried.
    var hasFailed: Bool {
        ["busy", "noanswer", "network_busy", "unknown"].contains(text) || text.hasPrefix("error.")
    }

    /// Whether it is the fault of the one telephone, which is better left in peace for a while.
    var isOfTheTelephone: Bool { hasFailed && text != "network_busy" }
}
