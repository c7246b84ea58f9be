import CallControl
import CallHosting
import Streams
import Synchronization

/// Shows a call as text that a person reads while it goes on: what the IVR says, and which keys are pressed.
final class CallScreen: CallObserver {
    private let output: OutputWriter
    private let columns: Int
    /// The URI of the flow's folder: audio below it is shown by its name.
    private let folder: String?
    /// Whether a line of keys is open.
    private let isInKeys = Mutex(false)
    /// The last failure of a fetch.
    private let failure = Mutex<FetchOutcome?>(nil)

    init(_ output: OutputWriter, columns: Int = 80, flow: String) {
        self.output = output
        self.columns = columns
        folder = flow.lastIndex(of: "/").map { String(flow[...$0]) }
    }

    func record(call: String, event: CallEvent, at: CallInstant, isSensitive: Bool) {
        switch event {
        case .keys(let keys): show(keys: keys, isSensitive: isSensitive)
        case .transferred(_, let outcome): show(note: "the transfer ends: \(outcome.kind.rawValue)")
        case .recorded(_, let outcome):
            show(note: "the recording ends after \(outcome.duration.milliseconds / 1000) s")
        case .hangup(let reason):
            let isStopped = reason == CallHost.norest
            show(note: isStopped ? "the call does not come to rest: it is hung up" : "the caller hangs up")
        case .fetched(_, let outcome): show(outcome)
        case .call, .mark, .played, .returned, .scriptLimit: break
        }
    }

    func record(call: String, command: CallCommand, at: CallInstant) {
        switch command {
        case .play(let play): show(text: play.readableText(relativeTo: folder))
        case .log(let label, let text): show(note: (["log"] + [label, text].compactMap { $0 }).joined(separator: " "))
        case .transfer(let transfer): show(note: "\(transfer.kind.rawValue) transfer to \(transfer.dest)")
        case .record: show(note: "recording")
        case .disconnect: show(note: "the flow hangs up")
        case .end(let end): show(end)
        case .stopPrompt, .stopRecord, .stopTransfer, .invoke, .cancelInvocation, .fetch, .cancelFetch,
            .prefetch:
            break
        }
    }

    func ended(_ record: CallRecord) {}

    private func show(keys: [DTMFKey], isSensitive: Bool) {
        guard !keys.isEmpty else { return }
        let text = isSensitive ? String(repeating: "•", count: keys.count) : keys.text
        isInKeys.withLock { isInKeys in
            output.write(Array(((isInKeys ? "" : "> ") + text).utf8))
            isInKeys = true
        }
    }

    /// What cannot be had is told when it is asked for, whether the flow catches that or not.
    private func show(_ outcome: FetchOutcome) {
        guard case .failed(let event, let message) = outcome else { return }
        failure.withLock { $0 = outcome }
        show(note: "\(event): \(message)")
    }

    private func show(_ end: End) {
        var end = end
        let told = failure.withLock { $0 }
        if let event = end.event, told == .failed(event: event, message: end.message ?? "") { end.message = nil }
        show(note: "the call has ended: \(end.readableText)")
    }

    private func show(note: String) { show(text: "[" + note + "]") }

    private func show(text: String) {
        let lines = text.collapsingWhitespace().withoutControls.wrapped(to: columns)
        guard !lines.isEmpty else { return }
        isInKeys.withLock { isInKeys in
            output.write(Array(((isInKeys ? "\n" : "") + lines.joined(separator: "\n") + "\n").utf8))
            isInKeys = false
        }
    }
}

extension End {
    /// `exit {"order":"1001"}`, `error error.badfetch: why`.
    fileprivate var readableText: String {
        let words = [how.rawValue, event, values?.jsonText].compactMap { $0 }.joined(separator: " ")
        return words + (message.map { ": " + $0 } ?? "")
    }
}
