import DialogMachines
import Expressions

/// `<foreach>` (VoiceXML 2.1 6).
extension Interpreter {
    /// The elements of the array as they are now.
    /// - Throws: `error.semantic` when it is no array.
    mutating func elements(of array: Expression) throws(DialogEvent) -> [Value] {
        guard case .object(let reference) = try evaluate(array), case .array = state.heap[reference].kind else {
            throw .semantic("'\(array.source)' is no array")
        }
        return state.heap[reference].elements.map { $0 ?? .undefined }
    }

    mutating func beginLoop(over array: Expression, _ frame: CodeFrame) throws(DialogEvent) {
        var frame = frame
        frame.loops.append(Loop(try elements(of: array)))
        state.control = .executing(frame)
    }

    mutating func nextElement(
        _ variable: AssignmentTarget, end: Int, _ frame: CodeFrame
    ) throws(DialogEvent) {
        var frame = frame
        guard !frame.loops.isEmpty else { return }
        guard let element = frame.loops[frame.loops.count - 1].next() else {
            frame.loops.removeLast()
            frame.instruction = end
            state.control = .executing(frame)
            return
        }
        state.control = .executing(frame)
        try assignLoopVariable(variable, element)
    }

    /// Assigns to the variable that is there, or declares it in the scope where the loop stands.
    mutating func assignLoopVariable(_ variable: AssignmentTarget, _ element: Value) throws(DialogEvent) {
        if case .variable(let name) = variable.form, let nearest = scopes.first,
            state.heap.scope(declaring: name, in: scopes) == nil
        {
            return state.heap.declare(name, element, in: nearest)
        }
        try evaluating { environment, evaluator throws(ScriptFailure) in
            try variable.assign(element, in: &environment, with: evaluator)
        }
    }
}
