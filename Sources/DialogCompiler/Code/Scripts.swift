import CallControl
import DialogMachines
import Dialogs
import Expressions

extension Compilation {
    /// A script that does not parse throws `error.semantic` when it is reached.
    mutating func emit(_ script: Script) {
        switch script.source {
        case .inline(let text):
            if let problem = checker.problem(inProgram: text.text) {
                report(.scriptSyntax(problem: problem, at: text.position))
                emit(.fail(event: "error.semantic", message: problem), at: script.position)
            } else {
                emit(.script(text.text), at: script.position)
            }
        case .external(let uri):
            let target = fetchTarget(uri, script.fetch, prefetching: .script)
            emit(.externalScript(target, charset: script.charset?.text), at: script.position)
        }
    }
}
