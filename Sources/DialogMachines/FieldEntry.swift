public struct FieldEntry: Sendable {
    /// The semantic slot, by default the item's name.
    public var slot: String?
    public var isModal: Bool
    /// What `<enumerate>` reads.
    public var options: [EnumeratedEntry]

    public init(slot: String?, isModal: Bool, options: [EnumeratedEntry]) {
        self.slot = slot
        self.isModal = isModal
        self.options = options
    }
}

/// What `<enumerate>` says of a choice or an option: `_prompt` and `_dtmf`.
public struct EnumeratedEntry: Hashable, Sendable {
    public var prompt: String
    public var dtmf: String?

    public init(prompt: String, dtmf: String?) {
        self.prompt = prompt
        self.dtmf = dtmf
    }
}
