import CallControl
import CallHosting

/// Writes what the host has to say as lines.
enum CommandWriter {
    static let ready: [UInt8] = {
        var line = CommandLine("ready")
        line.add("version", 1)
        return line.line()
    }()

    static func lines(_ outputs: [CallOutput]) -> [UInt8] {
        outputs.reduce(into: []) { bytes, output in bytes += line(output) }
    }

    private static func line(_ output: CallOutput) -> [UInt8] {
        switch output {
        case .command(let call, let command): return line(command, of: call)
        case .wait(let call, let rest):
            var line = begin("wait", call)
            line.add("for", rest.reason.rawValue)
            if let until = rest.until { line.add("until", until.milliseconds) } else { line.addNull("until") }
            return line.line()
        case .error(let number, let call, let message):
            var line = CommandLine("error")
            if let number { line.add("line", number) }
            line.add("call", call)
            line.add("message", message)
            return line.line()
        }
    }

    private static func line(_ command: CallCommand, of call: String) -> [UInt8] {
        switch command {
        case .play(let play): return self.play(play, call)
        case .stopPrompt(let prompt): return stop("prompt", prompt, call)
        case .stopRecord(let record): return stop("record", record, call)
        case .stopTransfer(let transfer): return stop("transfer", transfer, call)
        case .record(let record): return self.record(record, call)
        case .transfer(let transfer): return self.transfer(transfer, call)
        case .invoke(let invoke): return self.invoke(invoke, call)
        case .disconnect(let reason, let values): return disconnect(reason, values, call)
        case .log(let label, let text): return log(label, text, call)
        case .end(let end): return self.end(end, call)
        // The host executes these itself.
        case .fetch, .cancelFetch, .prefetch, .cancelInvocation: return []
        }
    }

    static func begin(_ command: String, _ call: String) -> CommandLine {
        var line = CommandLine(command)
        line.add("call", call)
        return line
    }
}
