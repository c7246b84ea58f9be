import ArgumentParser
import CallControl
import CallHosting
import FlowTesting
import Foundation

/// The flow and the transcript that are measured.
struct BenchScript: Sendable {
    let flow: FlowLocation
    /// The flow's folder, absolute.
    let folder: String
    let start: CallStart
    let rehearsal: Rehearsal

    /// Reads and rehearses the transcript.
    init(flow: String, script: String) async throws {
        let location = FlowLocation(flow)
        guard let folder = location.folder, let path = location.path, FileManager.default.fileExists(atPath: path)
        else {
            throw CommandFailure("\(flow): there is no such flow")
        }
        let text: String
        do {
            text = try String(contentsOfFile: script, encoding: .utf8)
        } catch {
            throw CommandFailure("\(script): cannot be read: \(error.fileReason)")
        }
        do {
            let transcript = try Transcript(parsing: text)
            rehearsal = try await TranscriptRunner(factories: LinkedPlugins.factories)
                .rehearse(transcript, flow: location)
        } catch let error as RehearsalError {
            Console.current.printError("\(script):\n\(error)")
            throw ExitCode(1)
        } catch let error as TranscriptSetupError {
            throw CommandFailure("\(flow): \(error)")
        } catch {
            throw CommandFailure("\(script): \(error)")
        }
        guard case .call(let start)? = rehearsal.steps.first?.event else {
            throw CommandFailure("\(script): there is no call in it")
        }
        self.flow = location
        self.folder = folder
        self.start = start
    }
}
