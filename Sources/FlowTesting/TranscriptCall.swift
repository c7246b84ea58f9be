import CallControl
import CallHosting

/// One call that is led along a transcript.
struct TranscriptCall {
    private let call: VirtualCall
    private let folder: String
    private let watch: TranscriptWatch
    private var now = CallInstant.start
    private var rest: CallRest?
    private var isEnded = false
    /// The prompts that the caller has not heard to their end, in order.
    private var unplayed: [Play] = []
    private var transfer: TransferID?
    private var recording: RecordID?
    /// What the call last asked of a plugin, until it is answered. One whose time is up is waited for no more.
    private var invocation: Invoke?
    /// Whether the transcript answers for the plugins.
    private let isScripted: Bool
    /// Whether each key is an event of its own; else those of one line are one.
    private let isKeyByKey: Bool
    /// All events that were sent, with what came of each.
    private(set) var exchanges: [(event: CallEvent, commands: [CallCommand])] = []

    init(host: CallHost, folder: String, watch: TranscriptWatch, isScripted: Bool, isKeyByKey: Bool = false) {
        call = VirtualCall(host)
        self.folder = folder
        self.watch = watch
        self.isScripted = isScripted
        self.isKeyByKey = isKeyByKey
    }

    /// Makes the whole call. What the transcript leaves open at its end is ended by a hang-up.
    mutating func follow(_ transcript: Transcript, start: CallStart) async -> TranscriptRun {
        var turns = Turn.cut(transcript.lines)
        for index in turns.indices {
            if index > 0, isEnded {
                let unreached = turns[index...].flatMap { [$0.action].compactMap { $0 } + $0.lines }
                return TranscriptRun(turns: Array(turns[..<index]), unreached: unreached, isEnded: true)
            }
            let next = index + 1 < turns.count ? turns[index + 1].action : nil
            await play(&turns[index], start: start, isHeardOut: next?.isEarly != true)
        }
        var run = TranscriptRun(turns: turns, unreached: [], isEnded: isEnded)
        if !isEnded { run.farewell = await hangUp() }
        return run
    }

    /// Ends a call that goes on behind the transcript's end.
    /// - Returns: the turn that the transcript lacks; nil when it lacks more than that: a plugin's answer, or all that
    ///   comes before the call can end.
    private mutating func hangUp() async -> Turn? {
        let isComplete = rest?.reason != .returned
        var turn = Turn(
            action: TranscriptLine(number: 0, source: ["hang-up"], content: .action(.hangup(early: false))), lines: [])
        await send(.hangup(reason: nil), &turn)
        return isComplete && isEnded ? turn : nil
    }

    /// Does what the caller does, and gathers what the IVR does until it next rests.
    /// - Parameter isHeardOut: whether the caller listens to the end before the next thing is done.
    private mutating func play(_ turn: inout Turn, start: CallStart, isHeardOut: Bool) async {
        switch turn.action?.content {
        case .action(let action): await perform(action, &turn)
        default: await send(.call(start), &turn)
        }
        await settle(&turn, isHeardOut: isHeardOut)
        turn.waiting = waiting
    }

    private mutating func perform(_ action: CallerAction, _ turn: inout Turn) async {
        switch action {
        case .keys(let keys, let isEarly):
            if isEarly { await hearUninterruptible(&turn) }
            for keys in isKeyByKey ? keys.map({ [$0] }) : [keys] { await send(.keys(keys), &turn) }
        case .silence(nil):
            guard let until = rest?.until else {
                turn.refusal = "no timer is running that silence could let fire"
                return
            }
            await tick(to: until, &turn)
        case .silence(let duration?): await pass(duration, &turn)
        case .hangup: await send(.hangup(reason: nil), &turn)
        case .transfer(let outcome, after: let delay):
            guard let transfer else {
                turn.refusal = "no transfer is on here"
                return
            }
            await pass(delay, &turn)
            self.transfer = nil
            await send(.transferred(transfer, outcome), &turn)
        case .recording(let outcome):
            guard let recording else {
                turn.refusal = "no recording is on here"
                return
            }
            await pass(outcome.duration, &turn)
            self.recording = nil
            await send(.recorded(recording, outcome), &turn)
        }
    }

    /// Answers plugins and lets prompts come to their end until nothing more follows from it.
    private mutating func settle(_ turn: inout Turn, isHeardOut: Bool) async {
        var answers = turn.lines.compactMap { line in
            if case .answer(let answer) = line.content { (answer, line.number) } else { nil }
        }[...]
        while !isEnded, turn.refusal == nil {
            if let invocation, let (answer, line) = answers.first, answer.answers(invocation) {
                answers.removeFirst()
                await pass(answer.delay, &turn)
                guard self.invocation == invocation else { continue }
                self.invocation = nil
                await send(.returned(invocation.invocation, answer.answer), &turn)
                turn.refusedLine = turn.refusal == nil ? nil : line
            } else if isHeardOut, !unplayed.isEmpty {
                await finishPrompts(&turn)
            } else {
                break
            }
        }
        turn.unasked = isScripted ? answers.first.map { ($0.1, $0.0) } : nil
    }

    private mutating func finishPrompts(_ turn: inout Turn) async {
        guard let last = unplayed.last else { return }
        unplayed = []
        await send(.played(last.prompt), &turn)
    }

    /// Hears the prompts out that take no keys, up to the first that does.
    private mutating func hearUninterruptible(_ turn: inout Turn) async {
        guard let first = unplayed.firstIndex(where: \.bargein), first > 0 else { return }
        let heard = unplayed[first - 1]
        unplayed.removeFirst(first)
        await send(.played(heard.prompt), &turn)
    }

    /// Lets time pass, timer by timer, so that what they bring about is heard to its end.
    private mutating func pass(_ duration: CallDuration, _ turn: inout Turn) async {
        let end = now + duration
        while !isEnded, let until = rest?.until, until <= end {
            await tick(to: until, &turn)
            await finishPrompts(&turn)
        }
        if !isEnded, now < end { await tick(to: end, &turn) }
    }

    private mutating func tick(to instant: CallInstant, _ turn: inout Turn) async {
        now = max(now, instant)
        take(await call.tick(to: now), &turn)
    }

    private mutating func send(_ event: CallEvent, _ turn: inout Turn) async {
        let exchange = await call.send(event, at: now)
        exchanges.append((event, exchange.commands))
        take(exchange, &turn)
    }

    private mutating func take(_ exchange: VirtualCall.Exchange, _ turn: inout Turn) {
        turn.happened += Happening.noticed(in: exchange.commands, folder: folder)
        turn.thrown += watch.takeThrown()
        for command in exchange.commands {
            switch command {
            case .play(let play): unplayed.append(play)
            case .stopPrompt(let prompt): unplayed.removeAll { $0.prompt >= prompt }
            case .transfer(let command): transfer = command.transfer
            case .record(let command): recording = command.record
            case .invoke(let invoke): invocation = invoke
            case .cancelInvocation(let id): if invocation?.invocation == id { invocation = nil }
            case .end: isEnded = true
            case .stopRecord, .stopTransfer, .fetch, .cancelFetch, .prefetch, .disconnect, .log: break
            }
        }
        turn.complaints += exchange.complaints
        if let refusal = exchange.refusal { turn.refusal = refusal } else { rest = exchange.rest }
    }

    /// What the call stands on, for people; nil: it has ended.
    private var waiting: String? {
        guard !isEnded, let rest else { return nil }
        return switch rest.reason {
        case .key: "(the call waits for a key)"
        case .played: "(a prompt is playing)"
        case .recorded: "(the call records the caller; a line recording: … says how that ends)"
        case .transferred: "(a transfer is on; a line transfer: … says how it ends)"
        case .returned:
            "(the call waits for \(invocation.map { "plugin \($0.plugin).\($0.method)" } ?? "a plugin"))"
        }
    }
}

extension TranscriptLine {
    /// Whether the caller does this while a prompt is playing.
    fileprivate var isEarly: Bool {
        switch content {
        case .action(.keys(_, let early)), .action(.hangup(let early)): early
        default: false
        }
    }
}

extension ScriptedAnswer {
    fileprivate func answers(_ invocation: Invoke) -> Bool {
        plugin == invocation.plugin && method == invocation.method
    }
}
