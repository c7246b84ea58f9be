import DialogMachines
import Dialogs
import MarkupReader

/// White space between the pieces of a prompt. A run of it is one space, written before the next piece that is spoken;
/// so what ends a prompt is dropped.
struct Spacing {
    /// Whether something was spoken since the start or the last interruption.
    private var isSpoken: Bool
    /// Whether white space came after it.
    private var isPending = false
    /// Whether a space has been written after it already, before an element.
    private var isSpaced = false

    /// - Parameter isRepeated: whether the content may follow upon itself, so that white space at its beginning counts.
    init(isRepeated: Bool = false) { isSpoken = isRepeated }

    /// Adds text.
    mutating func append(_ text: String, to content: inout [PromptContent]) {
        let core = SourceText.collapse(text)
        guard !core.isEmpty else {
            isPending = isSpoken && !isSpaced && (isPending || !text.isEmpty)
            return
        }
        let leads = isSpoken && !isSpaced && (isPending || text.first?.isXMLSpace == true)
        Self.append((leads ? " " : "") + core, to: &content)
        isSpoken = true
        isSpaced = false
        isPending = text.last?.isXMLSpace == true
    }

    /// Before a value or another piece that is spoken.
    mutating func word(in content: inout [PromptContent]) {
        element(in: &content)
        isSpoken = true
        isSpaced = false
    }

    /// Before an element with content of its own.
    mutating func element(in content: inout [PromptContent]) {
        if isPending {
            Self.append(" ", to: &content)
            isSpaced = true
        }
        isPending = false
    }

    /// Before a piece that is not spoken.
    mutating func interrupt() {
        isSpoken = false
        isSpaced = false
        isPending = false
    }

    /// White space at the end of content that may follow upon itself.
    mutating func end(of content: inout [PromptContent]) {
        if isSpoken { element(in: &content) }
    }

    private static func append(_ text: String, to content: inout [PromptContent]) {
        if case .text(let before)? = content.last {
            content[content.count - 1] = .text(before + text)
        } else {
            content.append(.text(text))
        }
    }
}

extension SourceText {
    /// The text without white space at its ends, each run within it one space.
    var collapsed: String { Self.collapse(text) }

    static func collapse(_ text: String) -> String {
        String(unsafeUninitializedCapacity: text.utf8.count) { collapsed in
            var count = 0
            var isPending = false
            for byte in text.utf8 {
                if byte.isXMLSpace {
                    isPending = count > 0
                    continue
                }
                // White space that is written takes no more room than it took in the text.
                if isPending {
                    collapsed[count] = 0x20
                    count += 1
                }
                isPending = false
                collapsed[count] = byte
                count += 1
            }
            return count
        }
    }
}
