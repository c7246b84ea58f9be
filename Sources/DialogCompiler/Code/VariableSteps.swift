import DialogMachines
import Dialogs
import Expressions

extension Compilation {
    /// A name that cannot be declared is `error.semantic` when it is reached (VoiceXML 2.0 5.1).
    mutating func emit(_ variable: Variable) {
        let value = expression(variable.expr)
        guard isDeclarable(variable.name) else {
            report(.variableName(variable.name))
            let message = "\"\(variable.name.text)\" cannot be declared"
            emit(.fail(event: "error.semantic", message: message), at: variable.position)
            return
        }
        emit(.declare(name: variable.name.text, value), at: variable.position)
    }

    /// What cannot be assigned to is `error.semantic` when it is reached.
    mutating func emit(_ assign: Assign) {
        let target = AssignmentTarget(assign.name.text, checker: checker)
        if case .invalid = target.form { report(.assignmentTarget(assign.name)) }
        emit(.assign(target, expression(assign.expr)), at: assign.position)
    }
}
