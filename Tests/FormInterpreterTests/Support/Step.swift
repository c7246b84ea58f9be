import CallControl
import Expressions
import FormInterpreter

/// Something that a caller or the network does at random.
enum Step: Hashable, Sendable {
    case keys(String)
    case listen
    case silence
    case outcome(Int)

    /// A stream of steps.
    static func stream(seed: UInt64, length: Int) -> [Step] {
        var random = SeededRandom(seed: seed ^ 0xD1A1)
        return (0..<length).map { _ in
            switch Int(random.next() * 10) {
            case 0: .listen
            case 1: .silence
            case 2: .outcome(Int(random.next() * 100))
            default: .keys(String("0123456789*#11224".randomElement(at: random.next())))
            }
        }
    }
}

extension TestCall {
    /// Does the step, or what is next to it where the call stands elsewhere.
    mutating func perform(_ step: Step) {
        guard !session.isEnded else { return }
        switch (session.standing, step) {
        case (.returned, .outcome(let number)):
            let answer: PluginAnswer =
                number.isMultiple(of: 2)
                ? .result(.object([.init("n", .number(1))])) : .failure(what: "w", message: nil)
            send(.returned(invocations[invocations.count - 1].invocation, answer))
        case (.transferred, .outcome(let number)):
            let kinds = TransferOutcome.Kind.allCases
            transfer(ends: TransferOutcome(kinds[number % kinds.count]))
        case (.recorded, .outcome(let number)):
            recording(ends: RecordingOutcome(duration: .seconds(number % 3), size: number % 3))
        case (_, .keys(let keys)): type(keys)
        case (_, .silence), (.key, .outcome): keepSilent()
        case (_, .listen), (_, .outcome): listen()
        }
    }
}

extension String {
    fileprivate func randomElement(at position: Double) -> Character {
        self[index(startIndex, offsetBy: Int(position * Double(count)))]
    }
}
