import CallControl
import DialogMachines

/// What is done with an event that the flow does not catch (VoiceXML 2.0 5.2.5).
extension Interpreter {
    mutating func handleByDefault(_ event: DialogEvent, resume: CodeFrame.Resume) throws(DialogEvent) {
        switch DefaultHandler(for: event) {
        case .reprompt(let message):
            if let message { queue(message: message) }
            withContext { $0.form.reprompts = true }
            try resumeAfterHandler(resume)
        case .nothing:
            try resumeAfterHandler(resume)
        case .exit(let message):
            if let message { queue(message: message) }
            end(uncaught: event)
        }
    }

    /// Queues a message of the platform's own.
    private mutating func queue(message: DefaultMessage) {
        let lang = document?.lang ?? "en-US"
        let text = PromptItem.text(message.text(in: lang), lang: lang, ssml: nil)
        state.prompts.queued.append(.init(items: [text], bargein: true, bargeintype: .speech))
    }
}

private enum DefaultHandler {
    case reprompt(DefaultMessage?)
    case nothing
    case exit(DefaultMessage?)

    init(for event: DialogEvent) {
        if EventName.matches("noinput", event: event.name) {
            self = .reprompt(nil)
        } else if ["nomatch", "maxspeechtimeout"].contains(where: { EventName.matches($0, event: event.name) }) {
            self = .reprompt(.nomatch)
        } else if EventName.matches("help", event: event.name) {
            self = .reprompt(.help)
        } else if EventName.matches("cancel", event: event.name) {
            self = .nothing
        } else if event.isError {
            self = .exit(.error)
        } else {
            self = .exit(nil)
        }
    }
}

/// The platform's own words.
private enum DefaultMessage {
    case nomatch, help, error

    func text(in lang: String) -> String {
        let isChinese = lang.lowercased().hasPrefix("zh")
        switch self {
        case .nomatch: return isChinese ? "对不起，没有这个选项。" : "Sorry, that is not a valid choice."
        case .help: return isChinese ? "对不起，这里没有帮助。" : "Sorry, there is no help here."
        case .error: return isChinese ? "对不起，系统出错，通话将结束。" : "Sorry, there is a problem. The call ends here."
        }
    }
}
