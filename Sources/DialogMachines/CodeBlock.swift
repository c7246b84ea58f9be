public import Expressions

/// A stretch of instructions that ends with `.end`.
public struct CodeBlock: Hashable, Codable, Sendable {
    /// Index of the first instruction; nil: nothing to do.
    public var entry: Int?
    public init(entry: Int?) { self.entry = entry }
    public static let empty = CodeBlock(entry: nil)
}

/// A step of executable content (VoiceXML 2.0 5.3).
public enum Instruction: Sendable {
    /// `<var>`.
    case declare(name: String, Expression?)
    case assign(AssignmentTarget, Expression)
    /// nil: all form items of the form.
    case clear([String]?)
    /// Inline `<script>`.
    case script(String)
    /// `<script src>` or `srcexpr`.
    case externalScript(FetchTarget, charset: String?)
    /// `<data>`: declares the variable, if there is a name.
    case data(name: String?, FetchTarget, Submission)
    /// Go on at that instruction.
    case jump(Int)
    /// Go on at that instruction unless the condition holds.
    case jumpUnless(Expression, Int)
    /// `<foreach>`: begins to go through a copy of the array; `.nextElement` comes next.
    case loop(over: Expression)
    /// Gives the variable the next element of the innermost loop; after the last one, go on at `end`.
    case nextElement(variable: AssignmentTarget, end: Int)
    /// Queue a prompt, index into `prompts`.
    case prompt(Int)
    case throwEvent(Computed, message: Computed?)
    case reprompt
    case goto(FetchTarget)
    case gotoItem(Computed)
    case submit(FetchTarget, Submission)
    case exit(Expression?, namelist: [NamedExpression]?)
    case returnValues(namelist: [NamedExpression])
    case returnEvent(Computed, message: Computed?)
    case disconnect(namelist: [NamedExpression]?)
    case log(label: String?, expr: Expression?, content: [PromptContent])
    /// Throws an event that the compiler already knows: a script that does not parse, a name that cannot be declared.
    case fail(event: String, message: String)
    /// The end of the block.
    case end
}
