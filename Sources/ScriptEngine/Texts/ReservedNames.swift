/// Names in the texts that the engine is given, which no text of a flow may use.
enum ReservedNames {
    static let prefix = "__dialtone"
    /// A program's text.
    static let text = "__dialtoneText"
    /// What a direct `eval` evaluates is assigned to this name, which checks it.
    static let check = "__dialtoneCheck"
    /// `eval` where it is not called directly.
    static let indirectEval = "__dialtoneEval"

    /// A scope of the chain, counted from the nearest.
    static func scope(_ index: Int) -> String { "__dialtone\(index)" }
}
