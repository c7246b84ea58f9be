extension Environment {
    /// ECMAScript's ToBoolean.
    public func truth(of value: Value) -> Bool { value.isTruthy }

    /// ECMAScript's ToString; the evaluator is asked where an object's text is not known natively, as of a date or of
    /// an object with a `toString` of its own.
    /// - Throws: `ScriptFailure` where that fails.
    public mutating func text(
        of value: Value, with evaluator: any ScriptEvaluator
    ) throws(ScriptFailure) -> ECMAString {
        let native = try NativeEvaluator.attempt(in: &self) { native throws(NativeEvaluator.Interruption) in
            try native.text(value)
        }
        if let native { return native }
        // A template converts by ToString, and no variable can shadow that.
        guard case .string(let text) = try evaluate("`${value}`", with: value, evaluator) else {
            throw ScriptFailure(.thrown, "TypeError: Cannot convert object to primitive value")
        }
        return text
    }

    /// ECMAScript's ToNumber; the evaluator is asked as for `text`.
    /// - Throws: `ScriptFailure` where that fails.
    public mutating func number(
        of value: Value, with evaluator: any ScriptEvaluator
    ) throws(ScriptFailure) -> Double {
        let native = try NativeEvaluator.attempt(in: &self) { native throws(NativeEvaluator.Interruption) in
            try native.number(value)
        }
        if let native { return native }
        guard case .number(let number) = try evaluate("+value", with: value, evaluator) else {
            throw ScriptFailure(.thrown, "TypeError: Cannot convert object to primitive value")
        }
        return number
    }

    /// Evaluates an expression that sees `value` under that name.
    private mutating func evaluate(
        _ expression: String, with value: Value, _ evaluator: any ScriptEvaluator
    ) throws(ScriptFailure) -> Value {
        let scope = heap.makeScope()
        heap.declare("value", value, in: scope)
        scopes.insert(scope, at: 0)
        defer { scopes.removeFirst() }
        return try evaluator.evaluate(expression: expression, in: &self)
    }
}
