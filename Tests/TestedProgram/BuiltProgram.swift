import Foundation
public import ScriptEngine

/// The program, built beside the tests.
public enum BuiltProgram {
    public static let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("dialtone").path
    public static let isThere = FileManager.default.isExecutableFile(atPath: path)
}

extension EngineCommand {
    /// The program as a process of the script engine.
    /// - Parameter timeLimit: CPU time of an evaluation in seconds.
    public static func built(timeLimit: Double = 0.25) -> EngineCommand {
        EngineCommand(executable: BuiltProgram.path, arguments: ["script-engine", String(timeLimit)])
    }
}
