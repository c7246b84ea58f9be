import CallControl
import PluginKit

/// What is said to who answers, before the two are connected.
struct Whisper: Sendable {
    let line: Line
    let screen: JSONValue

    func text(_ language: SpokenLanguage) -> String {
        var parts = [
            language.choose("Call for \(line.name(language))", "\(line.name(language))来电"),
            text("name") ?? language.choose("Unknown customer", "未知客户"),
        ]
        if let segment = text("segment"), segment != Route.unknown {
            parts.append(language.choose("Segment \(segment)", "客户等级\(segment)"))
        }
        if let path = text("path") { parts.append(path) }
        parts += entered(language)
        if case .number(let seconds)? = screen["waitedSeconds"], seconds >= 1 {
            let seconds = Int(seconds)
            parts.append(language.choose("Waited \(seconds) seconds", "已等待\(seconds)秒"))
        }
        return parts.joined(separator: language.choose(". ", "。")) + language.choose(".", "。")
    }

    /// What the caller entered, numbers digit by digit. Secrets are for the screen, and there masked.
    private func entered(_ language: SpokenLanguage) -> [String] {
        guard case .object(let members)? = screen["entered"] else { return [] }
        return members.compactMap { member in
            let text: String
            switch member.value {
            case .string(let value): text = value
            case .number, .bool: text = member.value.jsonText
            case .null, .array, .object: return nil
            }
            let isNumber = !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
            return "\(member.name) \(isNumber ? Spoken.digits(text) : text)"
        }
    }

    private func text(_ name: String) -> String? {
        if case .string(let text)? = screen[name] { text } else { nil }
    }
}
