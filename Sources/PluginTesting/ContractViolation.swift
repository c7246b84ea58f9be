/// A plugin breaks the contract.
public struct ContractViolation: Error, Hashable, Sendable, CustomStringConvertible {
    /// The rule that it breaks.
    public var rule: PluginContract.Rule
    public var description: String

    public init(_ rule: PluginContract.Rule, _ what: String) {
        self.rule = rule
        description = "\(rule.rawValue): \(what)"
    }
}
