/// Where one grammar's automaton stands: all states that the keys so far lead to, each in a frame. Frames are the calls
/// of recursive rules that are not yet finished; equal calls share one, so that there are at most as many as keys
/// times rules, however ambiguous the grammar is.
struct GrammarState: Hashable, Sendable {
    struct Position: Hashable, Comparable, Sendable {
        var state: Int32
        /// 0: the grammar itself; n: `frames[n - 1]`.
        var frame: Int32

        static func < (left: Self, right: Self) -> Bool {
            (left.frame, left.state) < (right.frame, right.state)
        }
    }

    /// Where a finished rule goes on; more than one position when several calls share the frame.
    typealias Frame = [Position]

    /// Sorted. Only states that take a key, and the end of the grammar.
    var positions: [Position] = []
    var frames: [Frame] = []

    static let accepting = Position(state: Automaton.finish, frame: 0)

    var isAccepting: Bool { positions.first == Self.accepting }
    /// Whether a further key can lead to a match.
    var isLive: Bool { positions.count > (isAccepting ? 1 : 0) }
}

extension GrammarState: Codable {
    /// Lists of numbers, two a position: the positions first, then each frame.
    init(from decoder: any Decoder) throws {
        let lists = try [[Int32]](from: decoder)
        let frameCount = Int32(clamping: lists.count - 1)
        var decoded: [[Position]] = []
        for list in lists {
            guard list.count % 2 == 0 else { throw Self.corrupted(decoder) }
            let positions = stride(from: 0, to: list.count, by: 2).map {
                Position(state: list[$0], frame: list[$0 + 1])
            }
            guard positions.allSatisfy({ $0.state >= 0 && $0.frame >= 0 && $0.frame <= frameCount }) else {
                throw Self.corrupted(decoder)
            }
            decoded.append(positions)
        }
        guard let first = decoded.first else { throw Self.corrupted(decoder) }
        positions = first
        frames = Array(decoded.dropFirst())
    }

    func encode(to encoder: any Encoder) throws {
        try ([positions] + frames).map { $0.flatMap { [$0.state, $0.frame] } }.encode(to: encoder)
    }

    private static func corrupted(_ decoder: any Decoder) -> DecodingError {
        .dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not the state of a grammar"))
    }
}
