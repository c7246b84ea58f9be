/// How a process of the engine is started. On its standard input it has a socket, for an `EngineServer`.
public struct EngineCommand: Hashable, Sendable {
    /// A path.
    public var executable: String
    public var arguments: [String]

    public init(executable: String, arguments: [String]) {
        self.executable = executable
        self.arguments = arguments
    }

    /// This program once more, whatever has become of its file since it was started.
    public static func thisProgram(_ arguments: [String]) -> EngineCommand {
        EngineCommand(executable: "/proc/self/exe", arguments: arguments)
    }
}
