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
        try shown.show(environment, hiding: declarations.functions + declarations.blockFunctions)
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
        switch outcome {
        case .value(let value):
            let result = try reading.read(result: value)
            try reading.readAll(environment.heap)
            return reading.write(to: &environment.heap, result: result)
        case .thrown(let thrown):
            let failure = ThrownValue(thrown, on: machine).failure(
                sources: [text.source.string] + shown.sources(in: environment.heap),
                values: shown.texts(in: environment.heap))
            if failure.kind == .limit { throw failure }
            // What was done before the throw stays done.
            try reading.readAll(environment.heap)
            _ = reading.write(to: &environment.heap, result: .undefined)
            throw failure
        }
    }

    private func run(_ shown: ShownObjects, in environment: inout Environment) throws(ScriptFailure) -> Outcome {
        let scopes = shown.chain(environment.scopes, for: text)
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
            guard case .value(let made) = try shown.function(machine.texts.function(source), home: chain) else {
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
}
