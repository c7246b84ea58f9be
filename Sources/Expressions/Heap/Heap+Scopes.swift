import OrderedCollections

/// Variables. A scope chain lists scopes nearest first.
extension Heap {
    /// Declares a variable of a scope, or gives the one that is there a new value; read-only scopes take it, too,
    /// because it is the interpreter who declares.
    public mutating func declare(_ name: ECMAString, _ value: Value, in scope: HeapReference) {
        self[scope].properties[name] = value
    }

    /// The nearest scope that declares the name.
    public func scope(declaring name: ECMAString, in scopes: [HeapReference]) -> HeapReference? {
        scopes.first { holds($0) && slots[$0.index].properties[name] != nil }
    }

    /// The value of the nearest variable of that name; nil where none is declared.
    public func lookup(_ name: ECMAString, in scopes: [HeapReference]) -> Value? {
        for scope in scopes where holds(scope) {
            if let value = slots[scope.index].properties[name] { return value }
        }
        return nil
    }

    /// Gives the nearest variable of that name a new value.
    /// - Throws: `ScriptFailure` where none is declared or its scope is read-only.
    public mutating func assign(_ name: ECMAString, _ value: Value, in scopes: [HeapReference])
        throws(ScriptFailure)
    {
        guard let scope = scope(declaring: name, in: scopes) else { throw .undeclared(name) }
        guard !self[scope].isReadOnly else { throw .readOnly(name) }
        self[scope].properties[name] = value
    }
}
