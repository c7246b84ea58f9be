import DialogMachines
import Dialogs

extension Compilation {
    mutating func entry(_ element: RecordItem) -> RecordEntry {
        RecordEntry(
            isModal: boolean(element.modal, "modal") ?? true, beep: boolean(element.beep, "beep") ?? false,
            maxtime: time(element.maxtime, "maxtime"), finalsilence: time(element.finalsilence, "finalsilence"),
            dtmfterm: boolean(element.dtmfterm, "dtmfterm") ?? true, type: element.type?.text)
    }
}
