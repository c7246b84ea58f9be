public import CallControl
public import Foundation
public import PluginKit

/// A call in progress, in which a test asks a plugin as a flow does.
public struct TestCall: Sendable {
    public var plugin: any Plugin
    /// Stays for as long as the call.
    private let folder: TestFolder?
    /// The call's id.
    public var call: String
    public var from: String
    public var locale: String
    public var start: WallClockTime
    /// Milliseconds since the start.
    public var at = 0

    public init(
        _ plugin: any Plugin, in folder: TestFolder? = nil, call: String = "1", from: String = "tel:+12025550100",
        locale: String = "en-US", start: WallClockTime = .virtualEpoch
    ) {
        self.plugin = plugin
        self.folder = folder
        self.call = call
        self.from = from
        self.locale = locale
        self.start = start
    }

    /// The answer of a call through the runner, as a host makes it.
    /// - Parameter invocation: its number within the call.
    public func answer(_ method: String, _ parameters: JSONValue = [:], invocation: String) async -> PluginAnswer {
        await PluginRunner.run(plugin, method, parameters, context(invocation))
    }

    /// Tells the plugin that the call has ended.
    /// - Throws: the failure when it fails.
    public func end() async throws {
        if case .failure(let what, let message) = await PluginRunner.callEnded(plugin, context("end")) {
            throw PluginFailure(what, message ?? "")
        }
    }

    private func context(_ invocation: String) -> PluginContext {
        var now = start
        now.epochMilliseconds += at
        var deadline = now
        deadline.epochMilliseconds += 60_000
        return PluginContext(
            call: call, from: from, to: "tel:+12025550199", now: now, seed: 0, locale: locale, deadline: deadline,
            invocation: "\(call)/\(invocation)")
    }

    /// The result of a call.
    /// - Throws: the failure when it is none.
    public func ask(
        _ method: String, _ parameters: JSONValue = [:], invocation: String = UUID().uuidString
    ) async throws -> JSONValue {
        switch await answer(method, parameters, invocation: invocation) {
        case .result(let result): return result
        case .failure(let what, let message): throw PluginFailure(what, message ?? "")
        }
    }
}
