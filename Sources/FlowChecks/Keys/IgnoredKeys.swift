import Diagnostics
import DialogMachines

/// Items whose keys are ignored, because `inputmodes` leaves keys out.
enum IgnoredKeys: KeyRule {
    static func findings(in listening: Listening, of flow: Flow) -> [Finding] {
        listening.items.compactMap { place in
            guard let modes = listening.property("inputmodes", at: place), !place.grammars.isEmpty,
                !modes.split(whereSeparator: \.isWhitespace).contains("dtmf")
            else { return nil }
            let item = listening.document.machine.items[place.index]
            return .keysIgnored(item.kind.element, at: item.position)
        }
    }
}
