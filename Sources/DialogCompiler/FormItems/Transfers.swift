import CallControl
import DialogMachines
import Dialogs

extension Compilation {
    /// `type` is VoiceXML 2.1's way to say it, `bridge` 2.0's; neither: blind.
    mutating func entry(_ element: TransferItem) -> TransferEntry {
        let kinds = [Transfer.Kind.blind, .bridge, .consultation]
        let bridge = boolean(element.bridge, "bridge") ?? false
        return TransferEntry(
            dest: computed(element.dest), kind: word(element.type, kinds) ?? (bridge ? .bridge : .blind),
            connecttimeout: time(element.connecttimeout, "connecttimeout"),
            connecttimeoutexpr: element.connecttimeoutexpr.map { expression($0) },
            maxtime: time(element.maxtime, "maxtime"), transferaudio: element.transferaudio?.text,
            aai: computed(element.aai), whisper: element.whisperexpr.map { expression($0) },
            attach: element.attachexpr.map { expression($0) })
    }
}
