import CallControl
import PluginKit
import PluginStore

/// What who answers should see of the call.
struct Screen: Sendable {
    /// What does not change from try to try; stored, and so without any secret.
    let known: JSONValue

    init(_ call: MethodCall, _ question: RouteQuestion, _ route: Route) {
        let read = call.read
        var members: [JSONValue.Member] = []
        func add(_ name: String, _ text: String?) {
            if let text { members.append(.init(name, .string(text))) }
        }
        add("caller", question.caller?.digits)
        add("name", route.customer?.name)
        add("segment", route.segment)
        add("line", route.line.line)
        add("callType", question.callType)
        members.append(.init("priority", .number(Double(route.priority))))
        add("language", read.optionalString("language") ?? call.context.locale)
        add("path", read.optionalString("path"))
        if let entered = call.parameters["entered"] { members.append(.init("entered", entered)) }
        if let secret = call.parameters["secret"] { members.append(.init("secret", Self.masked(secret))) }
        known = .object(members)
    }

    init(stored text: String) { known = (try? JSONValue(parsing: text)) ?? [:] }

    /// The caller's way through the menu.
    var path: String? {
        if case .string(let path)? = known["path"] { path } else { nil }
    }

    /// The screen of one try.
    func fields(waitedSeconds: Int, tries: Int) -> JSONValue {
        known + ["waitedSeconds": .number(Double(waitedSeconds)), "tries": .number(Double(tries))]
    }

    /// Each value as four stars, with its last two characters where it has eight or more.
    private static func masked(_ values: JSONValue) -> JSONValue {
        guard case .object(let members) = values else { return [:] }
        return .object(
            members.map { member in
                let text = text(of: member.value)
                return .init(member.name, .string("****" + (text.count >= 8 ? text.suffix(2) : "")))
            })
    }

    private static func text(of value: JSONValue) -> String {
        if case .string(let text) = value { text } else { value.jsonText }
    }
}
