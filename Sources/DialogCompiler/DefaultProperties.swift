import CallControl
public import Diagnostics
public import Dialogs
import Expressions
import Grammars

extension DialogCompiler {
    /// What is wrong with properties that no document sets, but a file of its own for all of them.
    /// - Parameter file: diagnostics name it so.
    /// - Returns: errors and warnings as for `<property>`, in the order of their places.
    public static func check(_ properties: [Property], file: String) -> [Diagnostic] {
        let document = Document(
            uri: file, file: file, version: "2.1", position: SourcePosition(line: 1, column: 1))
        var compilation = Compilation(
            document: document, id: ResourceID(uri: file, digest: ""), grammarLibrary: [:], checker: NoChecker(),
            plugins: nil)
        _ = compilation.properties(properties)
        return compilation.diagnostics.sorted { $0.position < $1.position }
    }
}

/// Properties hold no scripts.
private final class NoChecker: ScriptSyntaxChecker {
    func problem(inExpression text: String) -> String? { nil }
    func problem(inProgram text: String) -> String? { nil }
}
