import CallControl
import DialogMachines
import Dialogs

extension Compilation {
    /// A name that cannot be declared is `error.semantic` when it is reached, as with `<var>`.
    mutating func emit(_ data: DataElement) {
        let submission = submission(method: data.method, enctype: data.enctype, namelist: data.namelist)
        let target = fetchTarget(data.target, data.fetch, prefetching: submission.sendsNothing ? .data : nil)
        if let name = data.name, !isDeclarable(name) {
            report(.variableName(name))
            return emit(
                .fail(event: "error.semantic", message: "\"\(name.text)\" cannot be declared"), at: data.position)
        }
        emit(.data(name: data.name?.text, target, submission), at: data.position)
    }
}
