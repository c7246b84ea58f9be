public import CallControl

extension JSONValue {
    /// The members of two objects, one after the other; of no object there are none.
    public static func + (left: JSONValue, right: JSONValue) -> JSONValue { .object(left.members + right.members) }

    private var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// An object that says nothing but how it went.
    public static func outcome(_ outcome: String) -> JSONValue { ["outcome": .string(outcome)] }
}
