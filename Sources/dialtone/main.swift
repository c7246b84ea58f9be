import DialtoneCommands
import Logging
import Streams

StandardDescriptors.complete()
MemorySteps.enlarge()
BrokenPipes.ignore()
// Standard output belongs to callers and gateways; what the program has to tell of itself goes to standard error.
LoggingSystem.bootstrap { StreamLogHandler.standardErrorLines(label: $0) }
let status = await DialtoneProgram.run(Array(CommandLine.arguments.dropFirst()), console: .ofProgram())
await LogOutput.standardError.drain()
ProcessEnd.exit(status)
