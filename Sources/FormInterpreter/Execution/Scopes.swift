import CallControl
import Expressions
import OrderedCollections

/// Variables and their scopes (VoiceXML 2.0 5.1.2).
extension Interpreter {
    /// The scope chain that expressions see now, nearest first.
    var scopes: [HeapReference] {
        guard let context else { return [state.sessionScope] }
        var chain: [HeapReference] = []
        chain.reserveCapacity(nearestScopes.count + 5)
        chain += nearestScopes.reversed()
        if case .executing(let frame) = state.control {
            if frame.purpose == .applicationInitialization { return [context.applicationScope, state.sessionScope] }
            if frame.isAnonymous { chain.append(frame.scope) }
        }
        if let dialogScope = context.dialogScope { chain.append(dialogScope) }
        chain.append(context.documentScope)
        if context.applicationScope != context.documentScope { chain.append(context.applicationScope) }
        chain.append(state.sessionScope)
        return chain
    }

    /// A new scope object that `names` refer to from within.
    mutating func makeScope(named names: [String]) -> HeapReference {
        let scope = state.heap.allocate(HeapObject(.scope))
        for name in names { setVariable(name, .object(scope), in: scope) }
        return scope
    }

    /// Declares or overwrites a variable of a scope.
    mutating func setVariable(_ name: String, _ value: Value, in scope: HeapReference) {
        state.heap[scope].properties[world.names[name]] = value
    }

    func variable(_ name: String, in scope: HeapReference) -> Value {
        state.heap[scope].properties[world.names[name]] ?? .undefined
    }

    /// Lends the heap and the random numbers to an evaluation.
    mutating func evaluating<Result>(
        in scopes: [HeapReference]? = nil,
        _ body: (inout Environment, any ScriptEvaluator) throws(ScriptFailure) -> Result
    ) throws(DialogEvent) -> Result {
        let clock = state.call?.start ?? .virtualEpoch
        var environment = Environment(
            heap: Heap(), scopes: scopes ?? self.scopes, random: state.random,
            now: Double(clock.epochMilliseconds + state.now.milliseconds), zoneOffsetSeconds: clock.zoneOffsetSeconds)
        swap(&environment.heap, &state.heap)
        let evaluator = MeteredEvaluator(world.evaluator, meter: state.scripts)
        defer {
            swap(&environment.heap, &state.heap)
            state.random = environment.random
            state.scripts = evaluator.meter
            state.budget.steps += evaluator.work
        }
        do {
            return try body(&environment, evaluator)
        } catch {
            throw .semantic(error.message)
        }
    }

    mutating func evaluate(_ expression: Expression) throws(DialogEvent) -> Value {
        try evaluating { environment, evaluator throws(ScriptFailure) in
            try expression.evaluate(in: &environment, with: evaluator)
        }
    }

    /// A condition: the value as a boolean.
    mutating func holds(_ condition: Expression?) throws(DialogEvent) -> Bool {
        guard let condition else { return true }
        return try evaluating { environment, evaluator throws(ScriptFailure) in
            let value = try condition.evaluate(in: &environment, with: evaluator)
            return environment.truth(of: value)
        }
    }

    /// ToString of a value.
    mutating func text(of value: Value) throws(DialogEvent) -> String {
        if case .string(let string) = value { return string.string }
        return try evaluating { environment, evaluator throws(ScriptFailure) in
            try environment.text(of: value, with: evaluator).string
        }
    }

    /// A value as JSON, for `<exit>`, plugins and namelists.
    mutating func json(of value: Value) throws(DialogEvent) -> JSONValue {
        do throws(ScriptFailure) {
            return try state.heap.json(of: value)
        } catch {
            throw .semantic(error.message)
        }
    }
}

/// Counts evaluations by the engine and stops those that ran into a limit when the call was live.
final class MeteredEvaluator: ScriptEvaluator {
    private let evaluator: any ScriptEvaluator
    private(set) var meter: ScriptMeter
    /// What the evaluations cost, in steps: the engine is shown a heap, and it is read back.
    private(set) var work = 0

    init(_ evaluator: any ScriptEvaluator, meter: ScriptMeter) {
        self.evaluator = evaluator
        self.meter = meter
    }

    func evaluate(expression: String, in environment: inout Environment) throws(ScriptFailure) -> Value {
        try count()
        defer { charge(environment) }
        return try noting { () throws(ScriptFailure) in
            try evaluator.evaluate(expression: expression, in: &environment)
        }
    }

    func run(program: String, in environment: inout Environment) throws(ScriptFailure) {
        try count()
        defer { charge(environment) }
        try noting { () throws(ScriptFailure) in try evaluator.run(program: program, in: &environment) }
    }

    private func charge(_ environment: Environment) { work += Budget.stepsOfScript + environment.heap.count / 16 }

    private func count() throws(ScriptFailure) {
        meter.evaluations += 1
        guard !meter.limited.contains(meter.evaluations) else {
            throw ScriptFailure(.limit, "the script ran into its limit")
        }
    }

    /// Remembers an evaluation that trips a limit, so that the driver can journal it.
    private func noting<Result>(_ body: () throws(ScriptFailure) -> Result) throws(ScriptFailure) -> Result {
        do throws(ScriptFailure) {
            return try body()
        } catch {
            if error.kind == .limit { meter.limited.insert(meter.evaluations) }
            throw error
        }
    }
}
