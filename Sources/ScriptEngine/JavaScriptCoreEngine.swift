public import Expressions

/// JavaScriptCore behind the protocols of Expressions. Variables live in the heap of a call; the engine sees what one
/// evaluation can reach, and nothing of it stays. One lane uses an engine at a time.
public final class JavaScriptCoreEngine: ScriptEvaluator, ScriptSyntaxChecker {
    private let timeLimit: Double
    private lazy var parser = ScriptParser()
    private var machine: VirtualMachine?
    private var allowance: TimeAllowance

    /// - Parameter timeLimit: the CPU time of one evaluation, in seconds.
    ///   The evaluations of one event together get ten times that.
    public init(timeLimit: Double = 0.25) {
        self.timeLimit = timeLimit
        allowance = TimeAllowance(seconds: 10 * timeLimit)
    }

    public func beginEvent() { allowance.renew() }

    public func evaluate(expression: String, in environment: inout Environment) throws(ScriptFailure) -> Value {
        try evaluate(in: &environment) { machine throws(ScriptFailure) in
            try machine.texts.expression(ECMAString(expression))
        }
    }

    public func run(program: String, in environment: inout Environment) throws(ScriptFailure) {
        _ = try evaluate(in: &environment) { machine throws(ScriptFailure) in
            try machine.texts.program(ECMAString(program))
        }
    }

    private func evaluate(
        in environment: inout Environment, _ prepare: (VirtualMachine) throws(ScriptFailure) -> ScriptText
    ) throws(ScriptFailure) -> Value {
        try allowance.begin()
        let machine = current()
        defer {
            allowance.end()
            replaceIfSpent()
        }
        do throws(ScriptFailure) {
            return try Evaluation(of: prepare(machine), on: machine).value(in: &environment)
        } catch {
            // What ran into a limit may have left much behind, which goes with its machine only.
            if error.kind == .limit { self.machine = nil }
            throw error
        }
    }

    public func problem(inExpression text: String) -> String? {
        message { () throws(ScriptFailure) in
            let source = ECMAString(text)
            // A machine keeps what it has parsed; to parse alone none is made.
            if let machine { _ = try machine.texts.expression(source) } else { _ = try parser.expression(source) }
        }
    }

    public func problem(inProgram text: String) -> String? {
        message { () throws(ScriptFailure) in
            let source = ECMAString(text)
            if let machine { _ = try machine.texts.program(source) } else { _ = try parser.program(source) }
        }
    }

    private func message(of parse: () throws(ScriptFailure) -> Void) -> String? {
        do throws(ScriptFailure) {
            try parse()
            return nil
        } catch {
            return error.message
        }
    }

    private func current() -> VirtualMachine {
        if let machine { return machine }
        let new = VirtualMachine(timeLimit: timeLimit, parser: parser)
        machine = new
        return new
    }

    /// A machine that took much memory is given up, so that the memory comes back.
    private func replaceIfSpent() {
        if machine?.limiter.isSpent == true { machine = nil }
    }
}
