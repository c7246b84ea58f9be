/// Stretches of time in order, apart from each other; each without its end.
public struct Spans: Equatable, Sendable {
    public let ranges: [Range<Int>]

    /// Those that touch or overlap become one.
    public init(_ ranges: [Range<Int>]) {
        var joined: [Range<Int>] = []
        for range in ranges.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, last.upperBound >= range.lowerBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        self.ranges = joined
    }

    public func intersection(_ other: Spans) -> Spans {
        Spans(ranges.flatMap { range in other.ranges.map { range.clamped(to: $0) } })
    }

    public func subtracting(_ other: Spans) -> Spans {
        var rest = ranges
        for taken in other.ranges {
            rest = rest.flatMap { range in
                guard range.overlaps(taken) else { return [range] }
                return [
                    range.lowerBound..<max(range.lowerBound, taken.lowerBound),
                    min(range.upperBound, taken.upperBound)..<range.upperBound,
                ]
            }
        }
        return Spans(rest)
    }
}
