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
        let reachable = try ReachableObjects(
            mentionedIn: text.mentions, isProgram: text.isProgram, in: environment
        ) { [texts = machine.texts] source throws(ScriptFailure) in try texts.function(source).mentions }
        // Compiled before the time begins.
        let function = try text.function(scopeCount: reachable.scopeCount(environment.scopes, for: text))
        var shown = ShownObjects(reachable, on: machine)
        machine.limiter.begin()
        defer {
            shown.release()
            machine.limiter.finish()
        }
        let declarations = text.declarations
        try shown.show(environment, hiding: declarations.functions + declarations.blockFunctions)
        if let nearest = environment.scopes.first {
            let known = environment.heap[nearest].properties
            for name in declarations.variables where known[name] == nil { shown.declare(name, in: nearest) }
        }
        let random = environment.random
        let outcome = run(function, on: shown, in: &environment)
        defer { JSValueUnprotect(machine.context, outcome.content) }
        if machine.limiter.overran() {
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

    /// Runs the text. What it ends with is kept from the collector.
    private func run(
        _ function: JSObjectRef, on shown: ShownObjects, in environment: inout Environment
    ) -> Outcome {
        var arguments = shown.chain(environment.scopes, for: text)
        let this = environment.this == .undefined ? environment.scopes.first.map { .object($0) } : environment.this
        machine.setClock(environment.now, zoneOffset: Double(environment.zoneOffsetSeconds) * 1000)
        machine.global.random = environment.random
        if shown.reachable.mayUseAnyName { machine.global.compileFunction = compiler(shown, home: environment.scopes) }
        defer { machine.global.compileFunction = nil }
        machine.limiter.resume()
        // Made last: nothing else keeps it from the collector.
        if let text = text.programText { arguments.append(shown.value(.string(text))) }
        let outcome = machine.call(function, this: this.flatMap { shown.object($0) }, arguments)
        JSValueProtect(machine.context, outcome.content)
        environment.random = machine.global.random
        return outcome
    }

    /// What makes functions for `new Function`.
    private func compiler(
        _ shown: ShownObjects, home: [HeapReference]
    ) -> (ECMAString) throws(ScriptFailure) -> JSObjectRef {
        { [machine] source throws(ScriptFailure) in
            guard case .value(let made) = try shown.function(machine.texts.function(source), home: home) else {
                throw ScriptFailure(.syntax, "SyntaxError: the text is no function")
            }
            return made
        }
    }
}
