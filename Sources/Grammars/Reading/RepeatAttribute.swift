extension Repetition {
    /// The value of `repeat`: `n`, `m-n` or `n-` (SRGS 1.0 2.5.1); nil for any other text.
    init?(attribute text: String) {
        let bounds = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let minimum = bounds.first.flatMap(Self.count) else { return nil }
        if bounds.count == 1 {
            self.init(minimum: minimum, maximum: minimum)
        } else if bounds[1].isEmpty {
            self.init(minimum: minimum, maximum: nil)
        } else {
            guard let maximum = Self.count(bounds[1]), Self.isOrdered(bounds[0], bounds[1]) else { return nil }
            self.init(minimum: minimum, maximum: maximum)
        }
    }

    /// A number of digits, however long; beyond `longest` it counts as that.
    private static func count(_ text: Substring) -> Int? {
        guard text.isDigits else { return nil }
        return Int(text) ?? longest
    }

    private static func isOrdered(_ left: Substring, _ right: Substring) -> Bool {
        let left = left.drop { $0 == "0" }
        let right = right.drop { $0 == "0" }
        return left.count == right.count ? left <= right : left.count < right.count
    }
}
