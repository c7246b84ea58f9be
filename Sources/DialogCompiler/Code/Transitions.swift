import CallControl
import DialogMachines
import Dialogs

extension Compilation {
    mutating func emit(_ goto: Goto) {
        switch goto.target {
        case .document(let uri): emit(.goto(fetchTarget(uri, goto.fetch, prefetching: .document)), at: goto.position)
        case .item(let name): emit(.gotoItem(computed(name)), at: goto.position)
        }
    }

    mutating func emit(_ submit: Submit) {
        let target = fetchTarget(submit.target, submit.fetch, prefetching: nil)
        let submission = submission(method: submit.method, enctype: submit.enctype, namelist: submit.namelist)
        emit(.submit(target, submission), at: submit.position)
    }

    /// `<return/>` alone returns no values.
    mutating func emit(_ element: Return) {
        if let event = element.event {
            emit(.returnEvent(computed(event), message: computed(element.message)), at: element.position)
        } else {
            emit(.returnValues(namelist: namelist(element.namelist) ?? []), at: element.position)
        }
    }
}
