import CallControl
import DialogMachines
import Dialogs

extension Compilation {
    /// The properties set at one place; the last of a name counts.
    mutating func properties(_ properties: [Property]) -> [String: String] {
        for property in properties { check(property) }
        return Dictionary(properties.map { ($0.name.text, $0.value.text) }, uniquingKeysWith: { _, last in last })
    }

    private mutating func check(_ property: Property) {
        let name = property.name.text
        guard let kind = PropertyKind.of(name) else {
            if !name.hasPrefix("dialtone.") { report(.unknownProperty(property.name)) }
            return
        }
        let value = property.value
        switch kind {
        case .time: _ = time(value, name)
        case .boolean: _ = boolean(value, name)
        case .count(let minimum): _ = integer(value, name, atLeast: minimum)
        case .fraction: checkNumber(value, name, through: 1)
        case .words(let words):
            if !words.contains(value.text) {
                report(.badValue(of: name, value, expected: words.joined(separator: ", ")))
            }
        case .wordList(let words):
            if !value.words.allSatisfy(words.contains) {
                report(.badValue(of: name, value, expected: "a list of " + words.joined(separator: ", ")))
            }
        case .key:
            let isKey = value.text.count == 1 && value.text.first.flatMap(DTMFKey.init) != nil
            if !value.text.isEmpty, !isKey { report(.badValue(of: name, value, expected: "a key, or empty")) }
        case .text: break
        }
    }
}

/// What the value of a property looks like.
private enum PropertyKind {
    case time
    case boolean
    case count(atLeast: Int)
    /// 0 to 1.
    case fraction
    case words([String])
    case wordList([String])
    /// One key, or empty for none.
    case key
    case text

    /// The kind of a property of the standard (VoiceXML 2.0 6.3, 2.1 appendix), or of Dialtone's own; nil: no such.
    static func of(_ name: String) -> PropertyKind? { known[name] }

    private static let hint = words(["prefetch", "safe"])

    private static let known: [String: PropertyKind] = [
        // 6.3.2 and 6.3.3: read and checked, without effect on keys.
        "confidencelevel": .fraction, "sensitivity": .fraction, "speedvsaccuracy": .fraction,
        "completetimeout": .time, "incompletetimeout": .time, "maxspeechtimeout": .time,
        // 6.3.3 DTMF
        "interdigittimeout": .time, "termtimeout": .time, "termchar": .key,
        // 6.3.4 prompt and collect
        "bargein": .boolean, "bargeintype": .words(["speech", "hotword"]), "timeout": .time,
        // 6.3.5 fetching
        "audiofetchhint": hint, "audiomaxage": .count(atLeast: 0), "audiomaxstale": .count(atLeast: 0),
        "datafetchhint": hint, "datamaxage": .count(atLeast: 0), "datamaxstale": .count(atLeast: 0),
        "documentfetchhint": hint, "documentmaxage": .count(atLeast: 0), "documentmaxstale": .count(atLeast: 0),
        "grammarfetchhint": hint, "grammarmaxage": .count(atLeast: 0), "grammarmaxstale": .count(atLeast: 0),
        "objectfetchhint": hint, "objectmaxage": .count(atLeast: 0), "objectmaxstale": .count(atLeast: 0),
        "scriptfetchhint": hint, "scriptmaxage": .count(atLeast: 0), "scriptmaxstale": .count(atLeast: 0),
        "fetchaudio": .text, "fetchaudiodelay": .time, "fetchaudiominimum": .time, "fetchtimeout": .time,
        // 6.3.6 miscellaneous
        "inputmodes": .wordList(["dtmf", "voice"]), "universals": .text, "maxnbest": .count(atLeast: 1),
        // VoiceXML 2.1
        "recordutterance": .boolean, "recordutterancetype": .text,
        // Dialtone
        "dialtone.sensitive": .boolean,
    ]
}
