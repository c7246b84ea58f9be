private import Foundation

/// A moment as HTTP counts them: whole seconds since 1970-01-01T00:00:00Z.
public struct HTTPTime: Comparable, Hashable, Sendable {
    public var seconds: Int

    public init(seconds: Int) { self.seconds = seconds }

    public static var now: HTTPTime { HTTPTime(seconds: Int(Date().timeIntervalSince1970.rounded(.down))) }

    public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

    /// Seconds from the earlier moment to the later one.
    static func - (later: Self, earlier: Self) -> Int {
        let (difference, overflow) = later.seconds.subtractingReportingOverflow(earlier.seconds)
        return overflow ? (later < earlier ? .min : .max) : difference
    }

    static func + (time: Self, seconds: Int) -> Self {
        let (sum, overflow) = time.seconds.addingReportingOverflow(seconds)
        return HTTPTime(seconds: overflow ? .max : sum)
    }
}
