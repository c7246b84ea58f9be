/// A plugin breaks the contract.
public struct ContractViolation: Error, Hashable, Sendable, CustomStringConvertible {
    /// The rule that it breaks.
    public var rule: String
    public var description: String

    public init(_ rule: String, _ what: String) {
        self.rule = rule
        description = "\(rule): \(what)"
    }
}
