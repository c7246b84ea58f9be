import CallControl
public import Foundation
public import PluginKit

/// A plugin with a store over a folder with example data of its own, as its tests have it.
public protocol PluginFixture: Sendable {
    associatedtype Tested: Plugin

    var folder: TestFolder { get }
    var plugin: Tested { get }
    /// The path of the store in the folder.
    static var database: String { get }
    /// Who calls, and when, where a test does not say: a URI, and RFC 3339.
    static var caller: String { get }
    static var callTime: String { get }
}

extension PluginFixture {
    public static var caller: String { "tel:+493023125001" }
    public static var callTime: String { "2000-01-01T00:00:00Z" }

    public var url: URL { folder.url }

    /// Changes the store as its owner does.
    public func execute(_ sql: String) async throws { try await folder.execute(on: Self.database, sql) }

    /// What the store holds.
    public func rows(_ sql: String) throws -> [String] { try folder.rows(of: Self.database, sql) }

    /// - Parameter at: when it is, as RFC 3339 has it.
    public func call(
        _ id: String = "1", from: String = Self.caller, locale: String = "en-US", at time: String = Self.callTime
    ) -> TestCall {
        TestCall(
            plugin, in: folder, call: id, from: from, locale: locale,
            start: WallClockTime(rfc3339: time) ?? .virtualEpoch)
    }
}
