import Diagnostics
import MarkupReader

/// Conditions that assign where they are meant to compare: `cond="x = 2"`.
enum AssigningConditions: ContentRule {
    static func findings(at element: MarkupElement) -> [Finding] {
        guard let cond = element.attribute("cond"), assigns(cond.value) else { return [] }
        return [.assigningCondition(cond.value, at: cond.valuePosition)]
    }

    /// An assignment in brackets is meant.
    private static func assigns(_ condition: String) -> Bool {
        guard condition.utf8.contains(UInt8(ascii: "=")), let tokens = ScriptWords(condition)?.tokens else {
            return false
        }
        var depth = 0
        for token in tokens {
            switch token {
            case .mark("("), .mark("["), .mark("{"): depth += 1
            case .mark(")"), .mark("]"), .mark("}"): depth -= 1
            case .mark("=") where depth == 0: return true
            default: break
            }
        }
        return false
    }
}
