import GRDB
import PluginKit
import PluginManifests
import PluginStore

/// What a call is about.
struct RouteQuestion: Sendable {
    let line: String
    let callType: String?
    let segment: String?
    let group: String?
    /// The calling number.
    let caller: PhoneNumber?

    static let parameters: [PluginManifest.Parameter] = [
        .line,
        .init("callType", .string, required: false, summary: "column of the matrix, as support"),
        .init("segment", .string, required: false, summary: "row of the matrix; by the calling number, if not given"),
        .init("group", .string, required: false, summary: "a group in place of the matrix's"),
    ]

    init(_ call: MethodCall) throws {
        line = try call.read.string("line")
        callType = call.read.optionalString("callType")
        segment = call.read.optionalString("segment")
        group = call.read.optionalString("group")
        caller = PhoneNumber(call.context.from)
    }
}
