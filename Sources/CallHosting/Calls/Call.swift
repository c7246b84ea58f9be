import CallControl
import DequeModule
import DialogMachines
import FormInterpreter
import PluginKit
import PluginManifests

/// One call in its lane: lets its session handle events, and executes what the session asks for. It reads no clock
/// and waits for nothing: that is the lane's part.
final class Call {
    let id: String
    /// Counts the calls of a lane: tells this one from a later one of the same id.
    let serial: Int
    /// How many earlier calls of the virtual clock had this id.
    let namesakes: Int
    let start: CallStart
    let lane: LaneContext
    var state = CallState()
    private var outputs: [CallOutput] = []
    private var journal: [JournalEntry] = []
    /// The last `at` of the gateway (real clock).
    var lastTold = CallInstant.start
    /// How long the call has stood still in all, of which its own time knows nothing (real clock).
    var stoodStill = CallDuration.zero
    /// Plugin calls that are on (real clock).
    var tasks: [InvocationID: Task<Void, Never>] = [:]
    /// The fetch from a server that is on (real clock).
    var fetching: OpenFetch?
    /// Those that it has asked; nil: none, or they know of its end.
    var plugins: CallPlugins?

    /// More rounds than this at one moment: the call would not come to rest.
    static let roundLimit = 10_000

    init(id: String, serial: Int, namesakes: Int = 0, start: CallStart, lane: LaneContext) {
        self.id = id
        self.serial = serial
        self.namesakes = namesakes
        self.start = start
        self.lane = lane
    }

    var options: HostOptions { lane.options }
    var isEnded: Bool { state.end != nil }

    /// Gives the session an event from outside.
    /// - Throws: when it is impossible now; nothing has changed then.
    func accept(_ event: CallEvent, at instant: CallInstant) throws(ProtocolViolation) {
        try admitAnswer(event)
        state.rounds = isOfHost(event) ? state.rounds + 1 : 0
        perform(try handle(event, at: instant))
    }

    /// Linked plugins and servers take no time on the virtual clock: a flow that asks them for ever would never come to
    /// rest.
    private func isOfHost(_ event: CallEvent) -> Bool {
        guard options.clock == .virtual else { return false }
        switch event {
        case .fetched: return true
        case .returned: return !options.plugins.areScripted
        default: return false
        }
    }

    /// Lets what is due by that moment happen: one timer of the session, or the end of a prompt.
    func fire(at instant: CallInstant) {
        if let deadline = state.session.nextDeadline, deadline <= instant {
            moveTime(to: deadline)
            let limited = limitedEvaluations
            let commands = state.session.advance(to: deadline, in: lane.world)
            noteLimits(since: limited)
            perform(commands)
        } else if let deadline = playbackDeadline, deadline <= instant, let play = state.playback.first {
            moveTime(to: deadline)
            if options.playback == .gateway { complain("the end of prompt \(play.prompt.rawValue) was never told") }
            perform(end(of: play))
        }
    }

    /// What happens at one moment is counted.
    private func moveTime(to instant: CallInstant) {
        state.rounds = instant > state.now ? 0 : state.rounds + 1
        state.now = max(state.now, instant)
    }

    /// The next moment at which something happens by itself.
    var nextDeadline: CallInstant? {
        Self.earlier(state.session.nextDeadline, playbackDeadline)
    }

    private static func earlier(_ first: CallInstant?, _ second: CallInstant?) -> CallInstant? {
        guard let first, let second else { return first ?? second }
        return min(first, second)
    }

    /// What the call stands on; nil when it has ended.
    var rest: CallRest? {
        let until = Self.earlier(state.session.nextTimer, playbackDeadline)
        switch state.session.standing {
        case .key: return CallRest(.key, until: until)
        case .played: return CallRest(.played, until: until)
        case .recorded: return CallRest(.recorded, until: until)
        case .transferred: return CallRest(.transferred, until: until)
        // A gateway is told of rests on the virtual clock only, where no call rests on a fetch.
        case .returned, .fetched: return CallRest(.returned, until: until)
        case .ended: return nil
        }
    }

    /// What the call has had to say since the last time.
    func takeOutputs() -> [CallOutput] {
        defer { outputs = [] }
        return outputs
    }

    func takeJournal() -> [JournalEntry] {
        defer { journal = [] }
        return journal
    }

    func complain(_ message: String) {
        outputs.append(.error(line: nil, call: id, message: message))
    }

    /// Puts things back to how they were at an earlier state, as if nothing had been said since.
    func restore(_ state: CallState) {
        self.state = state
        outputs = []
        journal = []
    }
}

// Events
extension Call {
    private func handle(_ event: CallEvent, at instant: CallInstant) throws(ProtocolViolation) -> [CallCommand] {
        let sensitively = options.observer == nil ? nil : SensitivePresses(event, state.session)
        let limited = limitedEvaluations
        let commands = try state.session.handle(event, at: instant, in: lane.world)
        let isSensitive = sensitively?.areSensitive(to: state.session) ?? false
        state.now = max(state.now, instant)
        noteLimits(since: limited)
        if options.observer != nil { journal.append(.event(event, at: state.now, isSensitive: isSensitive)) }
        switch event {
        case .played(let prompt): state.playback.ended(prompt, at: state.now)
        case .returned(let invocation, let answer):
            state.pluginCalls.ended(invocation, answer.outcome, at: state.now)
        default: break
        }
        // Nothing plays to nobody.
        if state.session.isCallerGone { state.playback.clear() }
        return commands
    }

    /// Gives the session an event that it asked for.
    private func give(_ event: CallEvent) -> [CallCommand] {
        state.rounds += 1
        do {
            return try handle(event, at: state.now)
        } catch {
            complain("an answer of the host was refused: \(error.message)")
            return []
        }
    }

    /// A prompt's marks and its end, when the host itself says when that is.
    private func end(of play: PlaybackLedger.Entry) -> [CallCommand] {
        let marks = options.playback == .gateway ? [] : play.marks
        defer { state.playback.ended(play.prompt, at: state.now) }
        return marks.flatMap { give(.mark(play.prompt, name: $0)) } + give(.played(play.prompt))
    }

    private var limitedEvaluations: Set<Int> {
        options.observer == nil ? [] : state.session.limitedEvaluations
    }

    /// Journals the evaluations that ran into their limit, before the event in which they did.
    private func noteLimits(since before: Set<Int>) {
        for evaluation in limitedEvaluations.subtracting(before).sorted() {
            journal.append(.event(.scriptLimit(evaluation: evaluation), at: state.now, isSensitive: false))
        }
    }
}

// Commands
extension Call {
    private func perform(_ commands: [CallCommand]) {
        var waiting = Deque(commands)
        while !isEnded {
            if state.rounds > Call.roundLimit { waiting = Deque(stop()) }
            if let command = waiting.popFirst() {
                waiting.append(contentsOf: execute(command))
            } else if options.playback == .immediate, let play = state.playback.first {
                waiting.append(contentsOf: end(of: play))
            } else {
                return
            }
        }
    }

    /// Executes one command; what its answer leads to comes back.
    private func execute(_ command: CallCommand) -> [CallCommand] {
        if options.observer != nil { journal.append(.command(command, at: state.now)) }
        switch command {
        case .fetch(let fetch):
            if let outcome = self.fetch(fetch) { return give(.fetched(fetch.fetch, outcome)) }
        case .cancelFetch: cancelFetch()
        // A fetch takes no time on the virtual clock.
        case .prefetch(let resources):
            if options.clock == .real { lane.loader.prefetch(resources, cookies: state.cookies) }
        case .invoke(let invoke):
            state.pluginCalls.began(invoke, at: state.now)
            if case .linked = options.plugins {
                state.invocations.append(invoke)
            } else {
                say(command)
            }
        case .cancelInvocation(let invocation): cancel(invocation)
        case .end(let end):
            state.end = end
            state.pluginCalls.close(at: state.now)
            say(command)
        case .play(let play):
            note(play)
            say(command)
        case .stopPrompt(let prompt):
            state.playback.stopped(prompt)
            say(command)
        default: say(command)
        }
        return []
    }

    private func say(_ command: CallCommand) {
        outputs.append(.command(call: id, command))
    }

    /// A call that does not come to rest is hung up; when not even that ends it, it is cut off.
    private func stop() -> [CallCommand] {
        if state.session.isCallerGone {
            return [.end(End(how: .hangup, message: "the call did not come to its end"))]
        }
        complain("the call does not come to rest; it is hung up")
        state.rounds = 0
        return give(.hangup(reason: CallHost.norest))
    }

    private func cancel(_ invocation: InvocationID) {
        let answer = PluginAnswer.failure(
            what: isOverdue(invocation) ? PluginFailure.timeout : PluginFailure.cancelled, message: nil)
        if let invoke = state.pluginCalls.open(invocation) {
            lane.complaints.note(invoke.plugin, invoke.method, answer)
        }
        state.pluginCalls.ended(invocation, answer.outcome, at: state.now)
        state.invocations.removeAll { $0.invocation == invocation }
        takeTask(of: invocation)?.cancel()
    }

    /// Whether an invocation has had all its time.
    private func isOverdue(_ invocation: InvocationID) -> Bool {
        guard let invoke = state.pluginCalls.open(invocation),
            let age = state.pluginCalls.age(of: invocation, at: state.now)
        else { return false }
        let method = lane.world.plugins[invoke.plugin]?.method(invoke.method)
        return age >= method?.timeLimit ?? PluginManifest.defaultTimeLimit
    }
}

// Playback
extension Call {
    private var measuresPlayback: Bool {
        options.playback == .estimate || (options.playback == .gateway && options.clock == .real)
    }

    private func note(_ play: Play) {
        guard measuresPlayback || options.playback == .immediate else { return }
        let length = measuresPlayback ? lane.estimate(play) : .zero
        state.playback.written(
            PlaybackLedger.Entry(prompt: play.prompt, marks: play.marks, length: length), at: state.now)
    }

    /// When the host itself takes the first prompt for finished.
    private var playbackDeadline: CallInstant? {
        guard measuresPlayback else { return nil }
        return options.playback == .estimate ? state.playback.estimatedEnd : state.playback.patienceEnd
    }
}
