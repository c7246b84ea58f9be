import CallControl
import PluginKit
import PluginStore

/// The first page of a fax, as Pango's markup: whom it is for and from, when, how many pages, which documents.
struct CoverPage: Sendable {
    let job: FaxJob
    let documents: [FaxDocument]
    /// With the cover.
    let pages: Int
    let call: MethodCall

    var markup: String {
        let settings = call.settings
        let time = settings.zone.time(at: call.now)
        var lines = [span("Sans Bold 24", settings.sender)]
        if let number = settings.senderNumber { lines.append(span("Sans 12", "Fax " + number)) }
        lines += ["", span("Sans Bold 20", text("Fax", "传真")), Self.rule]
        lines += entry(text("To", "收件人"), job.number)
        lines += entry(text("From", "发件人"), settings.sender)
        lines += entry(text("Date", "日期"), "\(time.day.iso) \(time.hoursAndMinutes) (\(settings.zoneName))")
        lines += entry(text("Pages, with this one", "页数（含本页）"), String(pages))
        lines += entry(text("Job number", "传真编号"), Spoken.spaced(job.job))
        lines += [Self.rule, span("Sans Bold 12", text("Documents", "文件"))]
        for document in documents {
            lines.append(span("Sans 14", "\(document.document)   \(document.title(job.language))"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func text(_ english: String, _ chinese: String) -> String { job.language.choose(english, chinese) }

    /// A name and what it says, one below the other, so that they stand in line in any script.
    private func entry(_ name: String, _ value: String) -> [String] {
        [span("Sans 10", name), span("Sans 15", value), span("Sans 8", " ")]
    }

    private func span(_ font: String, _ text: String) -> String {
        "<span font=\"\(font)\">\(Self.escaped(text))</span>"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private static let rule = String(repeating: "─", count: 66)
}

extension Spoken {
    /// In groups of four: `1234 5678`.
    fileprivate static func spaced(_ digits: String) -> String { "\(digits.prefix(4)) \(digits.dropFirst(4))" }
}
