import CallControl
import DialogMachines
import Dialogs

extension Compilation {
    mutating func entry(_ subdialog: Subdialog) -> SubdialogEntry {
        SubdialogEntry(
            target: fetchTarget(
                subdialog.target, subdialog.fetch, prefetching: subdialog.namelist == nil ? .document : nil),
            submission: submission(
                method: subdialog.method, enctype: subdialog.enctype, namelist: subdialog.namelist),
            params: params(subdialog.params))
    }
}
