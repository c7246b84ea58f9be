import CJavaScriptCore
import Expressions
import OrderedCollections

/// One evaluation of a text.
struct Evaluation {
    private let text: ScriptText
    private let machine: VirtualMachine

    init(of text: ScriptText, on machine: VirtualMachine) {
        self.text = text
        self.machine = machine
    }

    func value(in environment: inout Environment) throws(ScriptFailure) -> Value {
        let reachable = try ReachableObjects(text, in: environment, texts: machine.texts)
        machine.limiter.begin()
        var shown = ShownObjects(reachable, on: machine)
        defer { shown.release() }
        let declarations = text.declarations
        try shown.show(environment, hiding: declarations.functions)
        if let nearest = environment.scopes.first {
            let known = environment.heap[nearest].properties
            for name in declarations.variables where known[name] == nil { shown.declare(name, in: nearest) }
        }
        let random = environment.random
        let outcome = try run(shown, in: &environment)
        if machine.limiter.end() {
            environment.random = random
            throw ScriptFailure(.limit, "The evaluation took too much time or memory.")
        }
        var reading = ReadBack(shown, home: environment.scopes, on: machine)
        defer { reading.release() }
        let result = try outcome.value.map { value throws(ScriptFailure) in try reading.read(result: value) }
        let failure = result == nil ? self.failure(outcome) : nil
        try reading.readAll(environment.heap)
        let value = reading.write(to: &environment.heap, result: result ?? .undefined)
        if let failure { throw failure }
        return value
    }

    private func run(_ shown: ShownObjects, in environment: inout Environment) throws(ScriptFailure) -> Outcome {
        let scopes = shown.chain(environment.scopes)
        let function = try text.function(scopeCount: scopes.count)
        let programText = text.programText.map { shown.value(.string($0)) }
        let this =
            environment.this == .undefined
            ? environment.scopes.first.flatMap { shown.value(.object($0)) } : shown.value(environment.this)
        let now = JSValueMakeNumber(machine.context, environment.now)
        let offset = JSValueMakeNumber(machine.context, Double(environment.zoneOffsetSeconds) * 1000)
        _ = machine.call(machine.prelude.setClock, [now, offset])
        machine.global.random = environment.random
        let chain = environment.scopes
        machine.global.compileFunction = { [machine, shown] source throws(ScriptFailure) in
            let scopes = shown.chain(chain)
            let function = try machine.texts.function(source).function(scopeCount: scopes.count)
            guard case .value(let made) = machine.call(function, scopes) else {
                throw ScriptFailure(.syntax, "SyntaxError: the text is no function")
            }
            return made
        }
        defer { machine.global.compileFunction = nil }
        machine.limiter.begin()
        let outcome = machine.call(
            function, this: this.flatMap { JSValueIsObject(machine.context, $0) ? $0 : nil },
            scopes + (programText.map { [$0] } ?? []))
        environment.random = machine.global.random
        return outcome
    }

    private func failure(_ outcome: Outcome) -> ScriptFailure? {
        guard case .thrown(let thrown) = outcome else { return nil }
        let text = ECMAString(thrown, in: machine.context)?.string
        return ScriptFailure(.thrown, text ?? "Error")
    }
}
