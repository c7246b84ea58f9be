import Diagnostics
import DialogMachines

/// Lines of a listing: indented, wrapped at 80 columns, places of the document at the right edge.
struct ListingWriter {
    let machine: DialogMachine
    private(set) var lines: [String] = []

    init(machine: DialogMachine) { self.machine = machine }

    private static let width = 80
    private static let step = 2

    /// Adds an empty line.
    mutating func space() {
        if lines.last?.isEmpty == false { lines.append("") }
    }

    /// Adds text at a level of indentation.
    ///
    /// - Parameters:
    ///   - label: Stands before the first line's text; the other lines are indented as far as it reaches.
    ///   - position: Written at the right edge.
    mutating func line(_ level: Int, label: String = "", _ text: String, at position: SourcePosition? = nil) {
        let indent = String(repeating: " ", count: level * Self.step)
        let hanging = String(repeating: " ", count: label.count + 4)
        let place = position.map { "\($0.line):\($0.column)" } ?? ""
        let room = Self.width - indent.count
        let first = room - label.count - (place.isEmpty ? 0 : place.count + 2)
        for (index, part) in Self.wrap(text, first: first, rest: room - hanging.count).enumerated() {
            var line = indent + (index == 0 ? label : hanging) + part
            if index == 0, !place.isEmpty {
                line += String(repeating: " ", count: max(Self.width - line.count - place.count, 2)) + place
            }
            lines.append(line)
        }
    }

    /// Breaks text between words, or within one that does not fit in a line.
    private static func wrap(_ text: String, first: Int, rest: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            var word = word[...]
            var room: Int { max(lines.isEmpty ? first : rest, 16) }
            if !line.isEmpty, line.count + 1 + word.count > room {
                lines.append(line)
                line = ""
            }
            while line.isEmpty, word.count > room {
                lines.append(String(word.prefix(room)))
                word = word.dropFirst(room)
            }
            if !word.isEmpty { line += (line.isEmpty ? "" : " ") + word }
        }
        return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
    }
}
