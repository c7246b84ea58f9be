/// What an evaluation sees and may change. `heap` and `random` move in before it and out after it.
public struct Environment {
    public var heap: Heap
    /// The scope chain, nearest first; each is a heap object of kind `scope`.
    public var scopes: [HeapReference]
    public var random: SeededRandom
    /// The call's wall-clock time, in milliseconds since 1970-01-01T00:00:00Z: what `Date` sees.
    public var now: Double
    /// The call's time zone, in seconds east of UTC.
    public var zoneOffsetSeconds: Int
    /// The value of `this`; undefined stands for the nearest scope.
    public var this: Value = .undefined

    public init(
        heap: Heap, scopes: [HeapReference], random: SeededRandom = SeededRandom(seed: 0), now: Double = 0,
        zoneOffsetSeconds: Int = 0
    ) {
        self.heap = heap
        self.scopes = scopes
        self.random = random
        self.now = now
        self.zoneOffsetSeconds = zoneOffsetSeconds
    }
}

/// The random numbers of one call (SplitMix64), the same on every machine for the same seed.
public struct SeededRandom: Hashable, Codable, Sendable {
    /// All that the next numbers depend on: what a generator with this seed begins with.
    public private(set) var state: UInt64

    public init(seed: UInt64) { state = seed }

    /// The next number in 0 ..< 1, with 53 random bits: `Math.random()`.
    public mutating func next() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Double(mixed >> 11) * 0x1p-53
    }
}

/// Why an evaluation failed: `error.semantic` in the flow.
public struct ScriptFailure: Error, Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, Sendable {
        /// The text does not parse.
        case syntax
        /// An undeclared name, a TypeError, a throw.
        case thrown
        /// The time or memory limit, or the end of the process that evaluates; depends on the machine.
        case limit
        /// A value that a variable cannot hold.
        case unholdable
    }

    public var kind: Kind
    public var message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }
}

/// What evaluates the ECMAScript that is not evaluated natively. It is used by one lane only.
public protocol ScriptEvaluator: AnyObject {
    /// Evaluates an expression.
    func evaluate(expression: String, in environment: inout Environment) throws(ScriptFailure) -> Value

    /// Runs a program (`<script>`): its top-level `var`s and functions become variables of the nearest scope.
    func run(program: String, in environment: inout Environment) throws(ScriptFailure)

    /// An event from outside begins: what all its evaluations together may take counts from here.
    func beginEvent()
}

extension ScriptEvaluator {
    public func beginEvent() {}
}

/// What says whether ECMAScript text parses, when a document is compiled.
public protocol ScriptSyntaxChecker: AnyObject {
    /// The message for an expression that does not parse, nil for one that does.
    func problem(inExpression text: String) -> String?
    /// The same for a program.
    func problem(inProgram text: String) -> String?
}
