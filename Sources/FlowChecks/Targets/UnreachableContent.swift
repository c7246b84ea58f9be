import Diagnostics
import DialogParser
import MarkupReader

/// Executable content behind what always leaves it.
enum UnreachableContent: ContentRule {
    /// What comes first behind each such element; all else follows from that.
    static func findings(at element: MarkupElement) -> [Finding] {
        guard element.childElements.contains(where: isLeaving) else { return [] }
        var findings: [Finding] = []
        var last: MarkupElement?
        for child in element.children {
            switch child {
            case .element(let child) where Language.rule(of: child) == nil: break
            case .element(let child) where child.name == "else" || child.name == "elseif": last = nil
            case .text(let text) where text.isBlank: break
            default:
                if let left = last {
                    findings.append(.unreachableContent(behind: left.name, at: child.position))
                    last = nil
                }
                if case .element(let child) = child, isLeaving(child) { last = child }
            }
        }
        return findings
    }

    private static func isLeaving(_ element: MarkupElement) -> Bool {
        switch element.name {
        case "disconnect", "exit", "goto", "return", "submit", "throw": Language.rule(of: element) != nil
        default: false
        }
    }
}
