import Foundation

/// One transcript as a test: read, made and compared.
public struct TranscriptTest: Sendable {
    /// As it was given, for people.
    public let path: String

    public init(path: String) { self.path = path }

    /// What came of it.
    public struct Result: Sendable {
        public var path: String
        /// Empty: it passed.
        public var differences: [Difference]
        /// Why it could not be made at all.
        public var failure: String?
        /// Whether the file was rewritten.
        public var isUpdated = false
        public var seconds = 0.0

        public var hasPassed: Bool { differences.isEmpty && failure == nil }
        public var hasFailed: Bool { !hasPassed && !isUpdated }
    }

    private func text() throws -> String {
        let content = try Data(contentsOf: URL(fileURLWithPath: path))
        guard let text = String(validating: content, as: UTF8.self) else {
            throw TranscriptSetupError(message: "it is no UTF-8")
        }
        // Some editors begin a file with a byte order mark.
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    /// - Parameter isUpdating: whether the file is rewritten to what happened, if that differs.
    public func run(with runner: TranscriptRunner, isUpdating: Bool = false) async -> Result {
        let clock = ContinuousClock()
        let begin = clock.now
        var result = Result(path: path, differences: [])
        do {
            let transcript = try Transcript(parsing: text())
            let file = URL(fileURLWithPath: path).standardizedFileURL.path
            let run = try await runner.run(transcript, file: file)
            result.differences = run.differences
            if isUpdating, !Task.isCancelled, !run.differences.isEmpty, run.isUpdatable {
                try run.updatedText.write(toFile: path, atomically: true, encoding: .utf8)
                result.isUpdated = true
            }
        } catch let error as TranscriptError {
            result.differences = [Difference(line: error.line, message: error.message)]
        } catch let error as TranscriptSetupError {
            result.failure = error.message
        } catch {
            result.failure = "the file cannot be read, or not be written: \(error.fileReason)"
        }
        result.seconds = (clock.now - begin) / .seconds(1)
        return result
    }
}

extension TranscriptTest.Result: CustomStringConvertible {
    /// One line when it passed; else what differs, below the name of the file.
    public var description: String {
        guard !isUpdated else { return "updated  \(path)" }
        guard !hasPassed else { return "passed   \(path)" }
        let reasons = differences.map(\.description) + [failure].compactMap { $0 }
        return (["FAILED   \(path)"] + reasons.map { "  " + $0.replacingOccurrences(of: "\n", with: "\n  ") })
            .joined(separator: "\n")
    }
}
