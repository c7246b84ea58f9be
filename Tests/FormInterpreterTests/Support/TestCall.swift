import CallControl
import FormInterpreter
import Foundation
import PluginManifests
import Testing

/// One call on a virtual clock: the gateway and the caller of a test.
struct TestCall {
    private(set) var session = Session()
    let library: Library
    private(set) var now = CallInstant.start
    /// Everything that the session has commanded, fetches left out.
    private(set) var commands: [CallCommand] = []
    /// What plugins answer, by `PLUGIN/METHOD`; without an entry the invocation stays open.
    var answers: [String: PluginAnswer] = [:]

    /// Begins a call with `main.vxml`.
    init(
        _ texts: [String: String], plugins: PluginCatalog = PluginCatalog(acceptsUnknown: true),
        answers: [String: PluginAnswer] = [:], start: CallStart? = nil
    ) {
        library = Library(texts, plugins: plugins)
        self.answers = answers
        send(.call(start ?? CallStart(from: "tel:+15550100", to: "tel:4001", flow: Library.base + "main.vxml")))
    }

    /// Begins a call with one document of these contents.
    init(_ body: String, answers: [String: PluginAnswer] = [:]) {
        self.init(["main.vxml": Self.document(body)], answers: answers)
    }

    static func document(_ body: String, attributes: String = "") -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" xml:lang="en-US" \(attributes)>
        \(body)
        </vxml>
        """
    }

    // MARK: - What the gateway does

    /// Hands an event to the session, and answers its fetches and invocations.
    mutating func send(_ event: CallEvent) {
        do throws(ProtocolViolation) {
            take(try session.handle(event, at: now, in: library.world))
        } catch {
            Issue.record("\(error)")
        }
    }

    /// Hands over an event that may be impossible now; then nothing changes and the answer is false.
    mutating func attempt(_ event: CallEvent) -> Bool {
        let before = session
        do throws(ProtocolViolation) {
            take(try session.handle(event, at: now, in: library.world))
            return true
        } catch {
            #expect(session == before, "a refused event has changed the session")
            return false
        }
    }

    /// Puts the session through its encoded form.
    mutating func recode() throws {
        session = try JSONDecoder().decode(Session.self, from: JSONEncoder().encode(session))
    }

    /// Lets time pass without an event.
    mutating func wait(_ duration: CallDuration) {
        now = now + duration
        take(session.advance(to: now, in: library.world))
    }

    private mutating func take(_ given: [CallCommand]) {
        for command in given {
            switch command {
            case .fetch(let fetch): send(.fetched(fetch.fetch, library.fetch(fetch)))
            case .invoke(let invoke):
                commands.append(command)
                if let answer = answers["\(invoke.plugin)/\(invoke.method)"] {
                    send(.returned(invoke.invocation, answer))
                }
            default: commands.append(command)
            }
        }
    }

    // MARK: - What the caller does

    /// Hears the prompts to their end.
    mutating func listen() {
        while session.standing == .played, let last = playing.last { send(.played(last)) }
    }

    /// Presses keys one after the other, 100 ms apart, once the prompts have ended.
    mutating func press(_ keys: String) {
        listen()
        type(keys)
    }

    /// Presses keys without waiting for the prompts.
    mutating func type(_ keys: String) {
        for key in keys.compactMap({ DTMFKey($0) }) {
            wait(CallDuration(milliseconds: 100))
            if !session.isEnded { send(.keys([key])) }
        }
    }

    /// Presses nothing until the next timer has fired.
    mutating func keepSilent() {
        listen()
        guard let next = session.nextTimer else { return }
        wait(next - now)
    }

    mutating func hangUp() { send(.hangup(reason: nil)) }

    mutating func transfer(ends outcome: TransferOutcome) {
        guard let transfer = transfers.last else { return }
        listen()
        send(.transferred(transfer.transfer, outcome))
    }

    mutating func recording(ends outcome: RecordingOutcome) {
        guard let record = records.last else { return }
        listen()
        send(.recorded(record.record, outcome))
    }

    // MARK: - What has happened

    /// The prompts that have been written and neither ended nor stopped.
    private var playing: [PromptID] {
        guard session.standing == .played else { return [] }
        var ids: [PromptID] = []
        for command in commands {
            if case .play(let play) = command { ids.append(play.prompt) }
            if case .stopPrompt(let id) = command { ids.removeAll { $0 >= id } }
        }
        return ids
    }

    var plays: [Play] {
        commands.compactMap { if case .play(let play) = $0 { play } else { nil } }
    }

    /// The text of all prompts so far.
    var heard: [String] { plays.map { $0.readableText() } }

    var logged: [String] {
        commands.compactMap { if case .log(_, let text) = $0 { text } else { nil } }
    }

    var transfers: [Transfer] {
        commands.compactMap { if case .transfer(let transfer) = $0 { transfer } else { nil } }
    }

    var records: [Record] {
        commands.compactMap { if case .record(let record) = $0 { record } else { nil } }
    }

    var invocations: [Invoke] {
        commands.compactMap { if case .invoke(let invoke) = $0 { invoke } else { nil } }
    }

    var stops: Int {
        commands.count { if case .stopPrompt = $0 { true } else { false } }
    }

    var end: End? {
        commands.compactMap { if case .end(let end) = $0 { end } else { nil } }.last
    }

    var ends: Int {
        commands.count { if case .end = $0 { true } else { false } }
    }
}
