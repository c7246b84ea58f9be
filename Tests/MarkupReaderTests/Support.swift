import Diagnostics
import MarkupReader

func read(_ text: String, limits: MarkupLimits = .default) -> MarkupResult {
    MarkupReader.read(Array(text.utf8), file: "a.xml", limits: limits)
}

/// `line:column id` of each diagnostic.
func found(_ result: MarkupResult) -> [String] {
    result.diagnostics.map { "\($0.position.line):\($0.position.column) \($0.id)" }
}

extension SourcePosition {
    var short: String { "\(line):\(column)" }
}
