import CallControl
import CallHosting
import Streams

/// The caller of one call on the virtual clock, who acts whenever the call rests.
struct PlainCaller {
    private let call: VirtualCall
    private let output: OutputWriter
    private let report: @Sendable (String) -> Void
    private var rest: CallRest?
    private(set) var outcome = CallOutcome()

    /// Transfers and recordings that are answered in the gateway's place between two keys: a flow that makes them for
    /// ever would never let the caller press the next one.
    private static let mostAnswers = 1_000

    /// - Parameters:
    ///   - output: where the call is shown; while it is full the caller waits.
    ///   - report: is told what is wrong.
    init(_ call: VirtualCall, output: OutputWriter, report: @escaping @Sendable (String) -> Void) {
        self.call = call
        self.output = output
        self.report = report
    }

    /// Calls, and presses keys to the end of the call or of the input.
    mutating func call(_ start: CallStart, pressing input: InputReader) async {
        var reader = KeyReader()
        await give(.call(start))
        while isUp, let bytes = await input.next() {
            for item in reader.read(bytes) where isUp { await act(item) }
        }
    }

    /// When the task is cancelled, others hang up.
    private var isUp: Bool { outcome.end == nil && !Task.isCancelled }

    /// Does what a character says.
    private mutating func act(_ input: KeyReader.Input) async {
        switch input {
        case .key(let key): await give(.keys([key]))
        case .hangUp: await give(.hangup(reason: nil))
        case .wait:
            guard let until = rest?.until else { return report("~: the call waits for no timer") }
            await take(await call.tick(to: until))
        case .unknown(let what): report("\(what) is no key and is skipped")
        }
    }

    private mutating func give(_ event: CallEvent) async {
        if isUp { await take(await call.send(event)) }
    }

    /// Takes note of what an event has led to, and answers what only a gateway could do.
    private mutating func take(_ exchange: VirtualCall.Exchange) async {
        note(exchange)
        var exchange = exchange
        var answers = 0
        while isUp, let answer = exchange.commands.compactMap(UnattendedLine.answer).last {
            answers += 1
            if answers > Self.mostAnswers {
                let complaint =
                    "the call does not come to rest: \(Self.mostAnswers) transfers and recordings without a key"
                exchange = await call.send(.hangup(reason: CallHost.norest))
                exchange.complaints.append(complaint)
            } else {
                exchange = await call.send(answer)
            }
            note(exchange)
            await output.waitForRoom()
        }
        await output.waitForRoom()
    }

    private mutating func note(_ exchange: VirtualCall.Exchange) {
        rest = exchange.rest
        outcome.note(exchange)
        for complaint in exchange.complaints { report(complaint) }
    }
}
