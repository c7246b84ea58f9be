import CallControl

/// Something that the IVR did, as a transcript tells it.
enum Happening: Hashable, Sendable {
    case says(PromptID, String)
    case dials(String)
    case logs(String)
    case ends(String)

    /// How a call ends whose first document cannot be had.
    static let noDocument = "error error.badfetch"

    /// The kinds are compared each for itself; their order among each other is left open.
    enum Kind: CaseIterable {
        case says, dials, logs, ends
    }

    var kind: Kind {
        switch self {
        case .says: .says
        case .dials: .dials
        case .logs: .logs
        case .ends: .ends
        }
    }

    var text: String {
        switch self {
        case .says(_, let text), .dials(let text), .logs(let text), .ends(let text): text
        }
    }

    /// Nil for a command that a transcript does not tell of.
    /// - Parameter folder: the URI of the flow's folder, which audio is named relative to.
    init?(_ command: CallCommand, folder: String) {
        switch command {
        case .play(let play):
            let text = play.readableText(relativeTo: folder)
            guard !text.isEmpty else { return nil }
            self = .says(play.prompt, text)
        case .transfer(let transfer): self = .dials("\(transfer.kind.rawValue) \(transfer.dest)")
        case .log(let label, let text):
            self = .logs([label, text].compactMap { $0 }.joined(separator: " ").collapsingWhitespace())
        case .end(let end): self = .ends(end.transcriptText)
        case .stopPrompt, .stopRecord, .stopTransfer, .record, .invoke, .cancelInvocation, .fetch, .cancelFetch,
            .prefetch,
            .disconnect:
            return nil
        }
    }

    /// What a batch of commands, written at one moment, lets the caller notice: a prompt that is stopped in the same
    /// breath is never heard.
    static func noticed(in commands: [CallCommand], folder: String) -> [Happening] {
        var happenings: [Happening] = []
        for command in commands {
            if case .stopPrompt(let stopped) = command {
                happenings.removeAll { happening in
                    if case .says(let prompt, _) = happening { prompt >= stopped } else { false }
                }
            } else if let happening = Happening(command, folder: folder) {
                happenings.append(happening)
            }
        }
        return happenings
    }
}

extension End {
    /// `exit {"order":"1001"}`, `error error.badfetch`.
    fileprivate var transcriptText: String {
        [how.rawValue, event, values?.jsonText].compactMap { $0 }.joined(separator: " ")
    }
}

extension Expectation {
    var kind: Happening.Kind {
        switch self {
        case .says: .says
        case .dials: .dials
        case .logs: .logs
        case .ends: .ends
        }
    }

    var pattern: TextPattern {
        switch self {
        case .says(let pattern), .dials(let pattern), .logs(let pattern), .ends(let pattern): pattern
        }
    }

    func matches(_ happening: Happening) -> Bool {
        kind == happening.kind && pattern.matches(happening.text)
    }
}
