import CallControl

extension TranscriptStatement {
    /// What a line behind the header says.
    func content() throws(TranscriptSyntaxError) -> TranscriptLine.Content {
        switch keyword {
        case "ivr": .expectation(.says(try pattern()))
        case "dials": .expectation(.dials(try pattern()))
        case "log": .expectation(.logs(try pattern()))
        case "end": .expectation(.ends(try pattern()))
        case "keys": .action(try keys())
        case "silence": .action(.silence(try silence()))
        case "hang-up": .action(.hangup(early: try isEarly(argumentless: true)))
        case "transfer": .action(try transfer())
        case "recording": .action(.recording(try recording()))
        case "plugin": .answer(try answer())
        default: throw .init("“\(keyword)” is unknown; a line begins with \(Self.known)")
        }
    }

    private static let known =
        "ivr:, keys:, silence, hang-up, dials:, transfer:, recording:, plugin …:, log: or end:, a comment with #, and what "
        + "continues a line is indented"

    /// The argument of a line that has nothing between keyword and colon.
    func onlyArgument() throws(TranscriptSyntaxError) -> String {
        guard let argument, modifiers.isEmpty else { throw .init("this is written \(keyword): …") }
        return argument
    }

    private func pattern() throws(TranscriptSyntaxError) -> TextPattern { TextPattern(try onlyArgument()) }

    private func isEarly(argumentless: Bool) throws(TranscriptSyntaxError) -> Bool {
        guard modifiers.isEmpty || modifiers == ["early"], (argument == nil) == argumentless else {
            throw .init(argumentless ? "this is written \(keyword) or \(keyword) early" : "this is written keys: 12#")
        }
        return !modifiers.isEmpty
    }

    private func keys() throws(TranscriptSyntaxError) -> CallerAction {
        let early = try isEarly(argumentless: false)
        let text = argument?.filter { !$0.isWhitespace } ?? ""
        guard !text.isEmpty else { throw .init("there are no keys here") }
        guard !text.contains(TranscriptWriter.mask) else {
            throw .init(
                "keys of a sensitive field are not saved: write what is to be pressed in place of each "
                    + "“\(TranscriptWriter.mask)”")
        }
        let keys = text.compactMap { DTMFKey($0) }
        if let stranger = text.first(where: { DTMFKey($0) == nil }) {
            throw .init("“\(stranger)” is no key; keys are 0–9, *, #, A–D")
        }
        return .keys(keys, early: early)
    }

    private func silence() throws(TranscriptSyntaxError) -> CallDuration? {
        guard argument == nil, modifiers.count <= 1 else { throw .init("this is written silence or silence 3s") }
        guard let time = modifiers.first else { return nil }
        return try Self.duration(time)
    }

    /// `OUTCOME [EVENT] [after DURATION]`.
    private func transfer() throws(TranscriptSyntaxError) -> CallerAction {
        var words = try onlyArgument().split(separator: " ")[...]
        let kinds = TransferOutcome.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        guard let word = words.popFirst(), let kind = TransferOutcome.Kind(rawValue: String(word)) else {
            throw .init("how a transfer ends is one of \(kinds)")
        }
        var outcome = TransferOutcome(kind)
        if kind == .error {
            guard let event = words.popFirst() else {
                throw .init("behind error there is the event, as error.connection.baddestination")
            }
            outcome.event = String(event)
        }
        guard !words.isEmpty else { return .transfer(outcome, after: .zero) }
        guard words.count == 2, words.first == "after", let time = words.last else {
            throw .init("this is written transfer: \(word) after 5s")
        }
        let delay = try Self.duration(time)
        outcome.duration = delay
        return .transfer(outcome, after: delay)
    }

    /// `silence`, or `DURATION` and perhaps `maxtime` or the key that ended it.
    private func recording() throws(TranscriptSyntaxError) -> RecordingOutcome {
        let words = try onlyArgument().split(separator: " ")
        if words == ["silence"] { return RecordingOutcome(duration: .zero, size: 0) }
        let form = "this is written recording: silence, recording: 5s, recording: 60s maxtime or recording: 5s #"
        guard let time = words.first, words.count <= 2 else { throw .init(form) }
        var outcome = RecordingOutcome(duration: try Self.duration(time))
        if words.count == 2 {
            outcome.maxtime = words[1] == "maxtime"
            outcome.termchar = words[1].count == 1 ? words[1].first.flatMap { DTMFKey($0) } : nil
            guard outcome.maxtime || outcome.termchar != nil else { throw .init(form) }
        }
        return outcome
    }

    /// `plugin PLUGIN.METHOD [after DURATION]: {…}` or `: error WHAT [MESSAGE]`.
    private func answer() throws(TranscriptSyntaxError) -> ScriptedAnswer {
        let form = "this is written plugin orders.status: {…} or plugin orders.status after 2s: error unavailable"
        guard let argument, let name = modifiers.first, let dot = name.lastIndex(of: ".") else { throw .init(form) }
        var delay = CallDuration.zero
        if modifiers.count > 1 {
            guard modifiers.count == 3, modifiers[1] == "after" else { throw .init(form) }
            delay = try Self.duration(modifiers[2])
        }
        return ScriptedAnswer(
            plugin: String(name[..<dot]), method: String(name[name.index(after: dot)...]), delay: delay,
            answer: try Self.pluginAnswer(argument))
    }

    private static func pluginAnswer(_ text: String) throws(TranscriptSyntaxError) -> PluginAnswer {
        let words = text.split(separator: " ", maxSplits: 2)
        guard words.first == "error" else { return .result(try JSONValue(transcript: text)) }
        guard words.count > 1 else { throw .init("behind error there is what failed, as error unavailable") }
        let message = words.count > 2 ? String(transcriptArgument: String(words[2])) : nil
        return .failure(what: String(words[1]), message: message)
    }

    /// `5s`, `1.5s` or `300ms`.
    private static func duration(_ text: Substring) throws(TranscriptSyntaxError) -> CallDuration {
        guard let duration = CallDuration(timeDesignation: text) else {
            throw .init("“\(text)” is no time; write it as 5s or 300ms")
        }
        return duration
    }
}
