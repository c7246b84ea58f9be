extension Environment {
    /// ECMAScript's ToBoolean.
    public func truth(of value: Value) -> Bool { value.isTruthy }

    /// ECMAScript's ToString; the evaluator is asked where an object has a `toString` of its own.
    /// - Throws: `ScriptFailure` where that fails.
    public mutating func text(
        of value: Value, with evaluator: any ScriptEvaluator
    ) throws(ScriptFailure) -> ECMAString { "" }
}
