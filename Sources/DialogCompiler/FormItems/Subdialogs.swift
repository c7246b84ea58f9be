import CallControl
import DialogMachines
import Dialogs

extension Compilation {
    mutating func entry(_ subdialog: Subdialog) -> SubdialogEntry {
        let submission = submission(
            method: subdialog.method, enctype: subdialog.enctype, namelist: subdialog.namelist)
        return SubdialogEntry(
            target: fetchTarget(
                subdialog.target, subdialog.fetch, prefetching: submission.sendsNothing ? .document : nil),
            submission: submission, params: params(subdialog.params))
    }
}
