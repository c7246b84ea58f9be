import CallControl
import DialogMachines
import Expressions

// How small things are written in a listing: what is computed stands in braces.

extension Computed {
    var listing: String {
        switch self {
        case .literal(let text): text
        case .expression(let expression): "{\(expression.source)}"
        }
    }
}

extension CallDuration {
    var listing: String {
        milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(milliseconds)ms"
    }
}

extension EnumeratedEntry {
    /// The keys and the words: `1 “orders”`.
    var listing: String {
        [dtmf, prompt.isEmpty ? nil : "“\(prompt)”"].compactMap(\.self).joined(separator: " ")
    }
}

extension SelectionAction {
    var listing: String {
        switch self {
        case .goto(let target): target.listing
        case .throwEvent(let event, let message):
            "throw \(event.listing)" + (message.map { ", message \"\($0.listing)\"" } ?? "")
        }
    }
}

extension FetchTarget {
    /// The URI, and what is not left to properties.
    var listing: String {
        var text = uri.listing
        if let fetchtimeout { text += ", fetchtimeout \(fetchtimeout.listing)" }
        if let fetchaudio { text += ", fetchaudio \(fetchaudio)" }
        return text
    }
}

extension Submission {
    /// What is sent: nothing for a plain fetch.
    var listing: String {
        let names = namelist.map { $0.isEmpty ? "" : ", sending \($0.listing)" } ?? ""
        return (method == .post ? " by post" : "") + names
    }
}

extension [NamedExpression] {
    var listing: String { map(\.name).joined(separator: ", ") }
}
