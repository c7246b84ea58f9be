import DialogMachines
import Dialogs

extension Compilation {
    mutating func entry(_ subdialog: Subdialog) -> SubdialogEntry {
        SubdialogEntry(
            target: fetchTarget(subdialog.target, subdialog.fetch),
            submission: submission(
                method: subdialog.method, enctype: subdialog.enctype, namelist: subdialog.namelist),
            params: params(subdialog.params))
    }
}
