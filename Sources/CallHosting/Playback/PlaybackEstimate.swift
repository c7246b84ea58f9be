import CallControl

extension Play {
    /// How long it plays: 15 characters of text a second, 4 of Han script; sound by its file's length, or its
    /// alternate when the file cannot be had.
    func estimatedLength(_ audio: inout AudioLengths) -> CallDuration {
        CallDuration(milliseconds: items.reduce(0) { $0 + $1.estimatedMilliseconds(&audio) })
    }

    /// The names of its marks, in order.
    var marks: [String] { items.compactMap { if case .mark(let name) = $0 { name } else { nil } } }
}

extension PromptItem {
    fileprivate func estimatedMilliseconds(_ audio: inout AudioLengths) -> Int {
        switch self {
        case .text(let text, lang: _, ssml: _): PromptItem.milliseconds(ofText: text)
        case .audio(let src, let alternate):
            audio[src]?.milliseconds ?? alternate.reduce(0) { $0 + $1.estimatedMilliseconds(&audio) }
        // Some seconds of silence are plausible, years are not; a sum must not overflow.
        case .pause(let duration): min(duration.milliseconds, 86_400_000)
        case .mark: 0
        }
    }

    private static func milliseconds(ofText text: String) -> Int {
        var han = 0
        var other = 0
        for scalar in text.unicodeScalars {
            if scalar.isHan { han += 1 } else { other += 1 }
        }
        return han * 1000 / 4 + other * 1000 / 15
    }
}

extension Unicode.Scalar {
    /// Whether it is an ideograph of Han script: the unified and compatibility ideographs with their extensions.
    fileprivate var isHan: Bool {
        switch value {
        case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        default: false
        }
    }
}
