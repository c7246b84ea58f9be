import Histogram

/// How long keys took to be answered, from one microsecond to a minute, to three digits.
struct KeyTimes: Sendable {
    private var histogram = Histogram<UInt32>(
        lowestDiscernibleValue: 1, highestTrackableValue: 60_000_000_000, numberOfSignificantValueDigits: .three)

    mutating func record(_ nanoseconds: UInt64) { _ = histogram.record(min(nanoseconds, 60_000_000_000)) }

    var count: Int { Int(histogram.totalCount) }
    var isEmpty: Bool { count == 0 }

    /// In milliseconds.
    func percentile(_ percentile: Double) -> Double { Double(histogram.valueAtPercentile(percentile)) / 1e6 }

    var longest: Double { Double(histogram.max) / 1e6 }
}
