import CallControl
import Diagnostics

@testable import Grammars

/// Makes small grammars and keys, the same in each run for the same seed.
struct GrammarGenerator {
    static let alphabet: [DTMFKey] = [.one, .two, .star]

    private var random: SplitMix

    init(seed: UInt64) { random = SplitMix(state: seed) }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
    mutating func key() -> DTMFKey { Self.alphabet[below(Self.alphabet.count)] }

    /// Up to six keys, most of them such as lead on.
    mutating func input(for grammars: ActiveGrammars) -> [DTMFKey] {
        var input: [DTMFKey] = []
        var state = grammars.start
        for _ in 0..<below(7) {
            let leading = Self.alphabet.filter { grammars.standing(grammars.step(state, $0)) != .noMatch }
            let next = leading.isEmpty || below(10) == 0 ? key() : leading[below(leading.count)]
            input.append(next)
            state = grammars.step(state, next)
        }
        return input
    }

    mutating func expansion(depth: Int) -> RuleExpansion {
        if depth == 0 { return .key(KeySet(key())) }
        switch below(13) {
        case 0...2: return .key(KeySet(key()))
        case 3: return .tag("t\(below(9))")
        case 4: return [.null, .void, .key("12"), .garbage][below(4)]
        case 5...7: return .sequence((0..<below(4)).map { _ in expansion(depth: depth - 1) })
        case 8...9: return .alternatives((0...below(4)).map { _ in expansion(depth: depth - 1) })
        case 10...11:
            let minimum = below(3)
            return .repetition(
                expansion(depth: depth - 1),
                Repetition(minimum: minimum, maximum: below(3) == 0 ? nil : minimum + below(3)))
        default:
            return .reference(
                RuleReference(target: .local("r\(below(3))"), position: SourcePosition(line: 1, column: 1)))
        }
    }
}

/// Random numbers (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
