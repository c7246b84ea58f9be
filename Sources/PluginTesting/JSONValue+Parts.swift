public import CallControl

extension JSONValue {
    /// The members of these names that there are, to compare with a literal.
    public func picking(_ names: String...) -> JSONValue {
        .object(names.compactMap { name in self[name].map { Member(name, $0) } })
    }

    /// The members of this object, and over them those of the other.
    public func replacing(_ other: JSONValue) -> JSONValue {
        .object(members.filter { other[$0.name] == nil } + other.members)
    }

    /// The text of a member; empty when there is none.
    public func text(_ name: String) -> String {
        if case .string(let text)? = self[name] { text } else { "" }
    }

    /// None when it is no object.
    public var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// None when it is no array.
    public var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }
}
