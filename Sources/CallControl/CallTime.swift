/// A moment in a call: milliseconds since the call's own start.
public struct CallInstant: Comparable, Hashable, Codable, Sendable {
    public var milliseconds: Int

    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// The moment at which the call was answered.
    public static let start = CallInstant(milliseconds: 0)

    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    public static func + (instant: Self, duration: CallDuration) -> Self {
        let (sum, overflow) = instant.milliseconds.addingReportingOverflow(duration.milliseconds)
        return CallInstant(milliseconds: overflow ? .max : sum)
    }

    public static func - (later: Self, earlier: Self) -> CallDuration {
        CallDuration(milliseconds: later.milliseconds - earlier.milliseconds)
    }

    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

/// A span of time in milliseconds.
public struct CallDuration: Comparable, Hashable, Codable, Sendable {
    public var milliseconds: Int

    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    public static let zero = CallDuration(milliseconds: 0)
    public static func seconds(_ seconds: Int) -> Self { CallDuration(milliseconds: seconds * 1000) }

    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

/// The wall-clock time at which a call started and the zone that the call lives in.
public struct WallClockTime: Hashable, Codable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var epochMilliseconds: Int
    /// Seconds east of UTC.
    public var zoneOffsetSeconds: Int

    public init(epochMilliseconds: Int, zoneOffsetSeconds: Int = 0) {
        self.epochMilliseconds = epochMilliseconds
        self.zoneOffsetSeconds = zoneOffsetSeconds
    }

    /// 2000-01-01T00:00:00Z, the start of a call on the virtual clock that names none.
    public static let virtualEpoch = WallClockTime(epochMilliseconds: 946_684_800_000)
}
