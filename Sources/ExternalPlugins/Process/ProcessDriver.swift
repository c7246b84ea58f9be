import Logging
import Streams
import Subprocess

/// Runs a plugin's process from its start to its end.
struct ProcessDriver: Sendable {
    let program: Program
    let limits: ExternalPluginLimits
    let supervisor: Supervisor
    let signals: ProcessSignals

    private enum Finished { case pipe, patience }

    /// Returns when the process is gone.
    func run() async {
        BrokenPipes.ignore()
        do {
            let result = try await Subprocess.run(
                program.configuration, input: .inputWriter, output: .sequence, error: .sequence
            ) { execution in
                await attend(execution)
            }
            supervisor.exited(Self.text(of: result.terminationStatus))
        } catch {
            supervisor.exited("it could not be started: \(error)")
        }
    }

    private func attend(_ process: Execution<CustomWriteInput, SequenceOutput, SequenceOutput>) async {
        await withTaskGroup(of: Finished.self) { group in
            group.addTask {
                await write(to: process.standardInputWriter)
                return .pipe
            }
            group.addTask {
                await readOutput(process.standardOutput)
                return .pipe
            }
            group.addTask {
                await readErrors(process.standardError)
                return .pipe
            }
            let startTime = Task {
                try await Task.sleep(for: limits.startTime)
                supervisor.startTimeUp()
            }
            let ending = await signals.ending()
            startTime.cancel()
            await process.teardown(using: steps(of: ending))
            // Whatever it has started itself and left behind.
            try? process.send(signal: .kill, toProcessGroup: true)
            signals.finishWriting()

            // What is still in the pipes is read, but not for ever: a process that has escaped may go on writing.
            group.addTask {
                try? await Task.sleep(for: .seconds(1))
                return .patience
            }
            var open = 3
            while open > 0, await group.next() == .pipe { open -= 1 }
            group.cancelAll()
        }
    }

    /// After the last of them comes SIGKILL. Nothing more happens once the process is gone.
    private func steps(of ending: SupervisorMachine.Ending) -> [TeardownStep] {
        let terminate = TeardownStep.send(
            signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: limits.endTime)
        guard ending != .forced else { return [terminate] }
        // Signal 0 does nothing: only the time for it counts.
        let wait = TeardownStep.send(signal: Signal(rawValue: 0), allowedDurationToNextStep: limits.endTime)
        return [wait, terminate]
    }

    private static func text(of status: TerminationStatus) -> String {
        switch status {
        case .exited(let code): "exit status \(code)"
        case .signaled(let number): "ended by signal \(number)"
        }
    }
}

// The pipes
extension ProcessDriver {
    private func write(to input: StandardInputWriter) async {
        var isOpen = await put(Message.start(program.start).line, into: input)
        writing: for await _ in signals.writing {
            while isOpen, let batch = supervisor.nextBatch() {
                isOpen = await put(batch.bytes, into: input)
                if batch.isLast { break writing }
            }
        }
        try? await input.finish()
    }

    /// - Returns: whether the process still reads.
    private func put(_ bytes: [UInt8], into input: StandardInputWriter) async -> Bool {
        let watch = Task {
            try await Task.sleep(for: limits.readTime)
            supervisor.fail("it does not read what it is sent")
        }
        defer { watch.cancel() }
        do {
            return try await input.write(bytes) == bytes.count
        } catch {
            supervisor.inputEnded()
            return false
        }
    }

    private func readOutput(_ output: SubprocessOutputSequence) async {
        var splitter = LineSplitter(limit: limits.lineLength)
        await read(output) { bytes in
            var isOverlong = false
            for line in splitter.split(bytes) where !isOverlong {
                if let line = line.bytes { supervisor.received(line) } else { isOverlong = true }
            }
            isOverlong = isOverlong || splitter.isOverlong
            if isOverlong { supervisor.fail("it has written a line of over \(limits.lineLength) bytes") }
            return !isOverlong
        }
        if let half = splitter.finish()?.bytes { supervisor.stray("a line without its end", half) }
        supervisor.outputEnded()
    }

    private func readErrors(_ errors: SubprocessOutputSequence) async {
        var heads = LineHeads(limit: LogText.margin)
        await read(errors) { bytes in
            for line in heads.split(bytes) { supervisor.complained(line) }
            return true
        }
        let rest = heads.takeRest()
        if !rest.isEmpty { supervisor.complained(rest) }
    }

    /// - Parameter take: whether to go on.
    private func read(_ pipe: SubprocessOutputSequence, take: (UnsafeRawBufferPointer) -> Bool) async {
        do {
            for try await buffer in pipe {
                guard buffer.withUnsafeBytes(take), !Task.isCancelled else { return }
            }
        } catch {
            supervisor.report(.error, "its output cannot be read: \(error)")
        }
    }
}
