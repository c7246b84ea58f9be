import CallControl
import DialogMachines

/// Prompts that wait for the next waiting item, and those that the gateway is playing.
struct PromptQueue: Hashable, Codable, Sendable {
    struct Prompt: Hashable, Codable, Sendable {
        var items: [PromptItem]
        var bargein: Bool
        var bargeintype: PromptEntry.BargeinType
    }

    struct Playing: Hashable, Codable, Sendable {
        var id: PromptID
        var bargein: Bool
        var bargeintype: PromptEntry.BargeinType
        /// The marks that the gateway has not told of yet.
        var marks: [String] = []
    }

    var queued: [Prompt] = []
    var playing: [Playing] = []
    /// The `timeout` attribute of the last prompt queued for the next input; nil: the property rules.
    var timeout: CallDuration?

    /// The last mark that has been passed since the last input began.
    var mark: PassedMark?

    /// What the caller hears now.
    var current: Playing? { playing.first }

    /// Whether keys are refused now.
    var refusesKeys: Bool { playing.first.map { !$0.bargein } ?? false }
}
