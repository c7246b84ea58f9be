import ArgumentParser

/// The command `dialtone`.
struct DialtoneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dialtone",
        abstract: "Runs self-service telephone dialogs written in VoiceXML.",
        discussion: """
            A flow is a VoiceXML 2.1 application for callers with a keypad. Write it, check it, call it:

              dialtone check flows/order-hotline
              dialtone run flows/order-hotline
              dialtone test flows/order-hotline
            """,
        subcommands: [
            RunCommand.self, CheckCommand.self, TestCommand.self, MachineCommand.self, SchemaCommand.self,
            LanguageCommand.self, PluginCommand.self, BenchCommand.self, ScriptEngineCommand.self,
        ])
}

/// The program, for `main` and for tests.
public enum DialtoneProgram {
    /// Runs a command.
    /// - Parameter arguments: without the program's name.
    /// - Returns: the exit status; 2 for a usage that is wrong and for what cannot be read.
    public static func run(_ arguments: [String], console: Console = Console()) async -> Int32 {
        await Console.$current.withValue(console) {
            do {
                var command = try DialtoneCommand.parseAsRoot(arguments)
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
                return outputStatus(of: console)
            } catch let code as ExitCode {
                return code.rawValue
            } catch {
                return report(error, to: console)
            }
        }
    }

    private static func outputStatus(of console: Console) -> Int32 {
        guard let trouble = console.writeTrouble else { return 0 }
        console.printError("standard output cannot be written: \(trouble)")
        return 2
    }

    /// Help goes to the output, complaints go to the errors.
    private static func report(_ error: any Error, to console: Console) -> Int32 {
        let message = DialtoneCommand.fullMessage(for: error)
        guard !DialtoneCommand.exitCode(for: error).isSuccess else {
            console.print(message)
            return outputStatus(of: console)
        }
        console.printError(message)
        return 2
    }
}
