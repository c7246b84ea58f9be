import CallControl
import Dialogs

extension Compilation {
    /// How long a `<break>` is; nil: no pause. SSML 1.0 leaves the length of each strength open: medium, which is also
    /// the default, is half a second here.
    mutating func pause(_ element: Break) -> CallDuration? {
        let strength = word(element.strength, Strength.allCases)
        let size = word(element.size, Size.allCases)
        if let time = time(element.time, "time") { return time }
        return (strength ?? size?.strength ?? .medium).pause
    }
}

private enum Strength: String, CaseIterable {
    case none
    case extraWeak = "x-weak"
    case weak, medium, strong
    case extraStrong = "x-strong"

    var pause: CallDuration? {
        switch self {
        case .none: nil
        case .extraWeak: CallDuration(milliseconds: 100)
        case .weak: CallDuration(milliseconds: 250)
        case .medium: CallDuration(milliseconds: 500)
        case .strong: CallDuration(milliseconds: 1000)
        case .extraStrong: CallDuration(milliseconds: 1500)
        }
    }
}

/// The words of drafts before SSML 1.0.
private enum Size: String, CaseIterable {
    case none, small, medium, large

    var strength: Strength {
        switch self {
        case .none: .none
        case .small: .weak
        case .medium: .medium
        case .large: .strong
        }
    }
}
