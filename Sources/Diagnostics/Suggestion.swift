/// "Did you mean …?"
public enum Suggestion {
    /// The candidate nearest to a word, when it is so near that a slip of the hand explains it.
    public static func nearest(to word: String, among candidates: [String]) -> String? {
        let word = Array(word.lowercased().utf8)
        guard !word.isEmpty, word.count <= 40 else { return nil }
        let allowed = word.count <= 3 ? 1 : 2
        let rated = candidates.filter { abs($0.utf8.count - word.count) <= allowed }
            .map { (candidate: $0, distance: distance(word, Array($0.lowercased().utf8))) }
        return rated.filter { $0.distance <= allowed }.min { $0.distance < $1.distance }?.candidate
    }

    /// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
