import DialtoneCommands
import Foundation
import Logging

// Standard output belongs to callers and gateways; what the program has to tell of itself goes to standard error.
LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
exit(await DialtoneProgram.run(Array(CommandLine.arguments.dropFirst()), console: .ofProgram()))
