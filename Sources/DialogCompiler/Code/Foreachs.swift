import DialogMachines
import Dialogs
import Expressions

extension Compilation {
    /// The head of the loop takes the next element, or leaves; the end of the content goes back to the head.
    mutating func emit(_ foreach: Foreach) {
        emit(.loop(over: expression(foreach.array)), at: foreach.position)
        let variable = loopVariable(foreach.item)
        let head = machine.instructions.count
        emit(.nextElement(variable: variable, end: head), at: foreach.position)
        for step in foreach.content { emit(step) }
        emit(.jump(head), at: foreach.position)
        machine.instructions[head] = .nextElement(variable: variable, end: machine.instructions.count)
    }

    /// A name that can be no variable is `error.semantic` when it is reached.
    mutating func loopVariable(_ item: SourceText) -> AssignmentTarget {
        let target = AssignmentTarget(item.text, checker: checker)
        if case .invalid = target.form { report(.assignmentTarget(item)) }
        return target
    }
}
