import CallControl
import PluginKit

/// What a plugin's program is told: JSON-RPC 2.0, one message a line.
enum Message {
    /// The first request of all, with the id 0.
    case start(JSONValue)
    case invoke(id: Int, method: String, parameters: JSONValue, PluginContext)
    /// A call has ended; awaited, like an invocation.
    case callEnded(id: Int, PluginContext)
    /// A notification: nobody waits for the answer any more.
    case cancel(id: Int)
    /// A notification, the last of all.
    case shutdown

    /// The id of the `start` request; invocations have the ids after it.
    static let startID = 0

    /// The JSON text in UTF-8 and a line feed.
    var line: [UInt8] {
        var bytes: [UInt8] = []
        content.write(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// Whether it tells of a call's end: that must not be lost because callers keep the program busy.
    var isCallEnd: Bool {
        if case .callEnded = self { true } else { false }
    }

    private var content: JSONValue {
        switch self {
        case .start(let parameters): Self.message("start", id: Self.startID, parameters)
        case .invoke(let id, let method, let parameters, let context):
            Self.message(
                "invoke", id: id,
                ["method": .string(method), "parameters": parameters, "context": context.json])
        case .callEnded(let id, let context): Self.message("callEnded", id: id, ["context": context.json])
        case .cancel(let id): Self.message("cancel", ["id": .number(Double(id))])
        case .shutdown: Self.message("shutdown")
        }
    }

    private static func message(_ method: String, id: Int? = nil, _ params: JSONValue? = nil) -> JSONValue {
        var members: [JSONValue.Member] = [.init("jsonrpc", "2.0")]
        if let id { members.append(.init("id", .number(Double(id)))) }
        members.append(.init("method", .string(method)))
        if let params { members.append(.init("params", params)) }
        return .object(members)
    }
}

extension PluginContext {
    /// Times in RFC 3339. The seed is a string: JSON's numbers do not hold 64 bits everywhere.
    fileprivate var json: JSONValue {
        [
            "call": .string(call), "from": .string(from), "to": .string(to), "now": .string(now.rfc3339),
            "seed": .string(String(seed)), "locale": .string(locale), "deadline": .string(deadline.rfc3339),
            "invocation": .string(invocation),
        ]
    }
}
