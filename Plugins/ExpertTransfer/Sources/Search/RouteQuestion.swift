import PluginManifests

/// What a call is about, and so where it belongs.
struct RouteQuestion: Sendable {
    static let parameters: [PluginManifest.Parameter] = [
        .line,
        .init("callType", .string, required: false, summary: "column of the matrix, as support"),
        .init("segment", .string, required: false, summary: "row of the matrix; by the calling number, if not given"),
        .init("group", .string, required: false, summary: "a group in place of the matrix's"),
    ]
}

extension PluginManifest.Result {
    static let route = [
        Self("segment", .string, summary: "how valuable a customer it is; * if unknown"),
        Self("group", .string, summary: "code of the group"),
        Self("groupName", .string, summary: "the group's name"),
        Self("priority", .integer, summary: "1 comes first, 9 last"),
    ]
}
