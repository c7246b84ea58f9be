import PluginKit
import PluginStore

/// A cell of the matrix of the example data.
struct SeedCell: Sendable {
    let segment, callType, group: String
    let priority: Int

    /// An empty cell is left to the row of unknown customers.
    static func all(_ folder: String, _ groups: Set<String>) throws(PluginFailure) -> [SeedCell] {
        let file = try SeedFile("matrix.csv", folder, ["segment"], others: true)
        var seen: Set<String> = []
        return
            try file
            .map { (line) throws(PluginFailure) in
                let segment = line["segment"] == Route.unknown ? Route.unknown : try line.newCode("segment", &seen)
                var cells: [SeedCell] = []
                for callType in file.others {
                    let cell = try line.optional(callType) { text -> SeedCell? in
                        let words = text.split(separator: " ").map(String.init)
                        guard words.count == 2, groups.contains(words[0]), let priority = Int(words[1]),
                            (1...9).contains(priority)
                        else { return nil }
                        return SeedCell(segment: segment, callType: callType, group: words[0], priority: priority)
                    }
                    if let cell { cells.append(cell) }
                }
                return cells
            }
            .flatMap(\.self)
    }
}
