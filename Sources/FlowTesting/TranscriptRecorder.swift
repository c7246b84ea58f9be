public import CallControl
public import CallHosting
import Dispatch
import Foundation
import Synchronization

/// Saves every call as a transcript in a folder, when it has ended (`run --save`). Files are written on a thread of their
/// own: no call waits for the disk.
public final class TranscriptRecorder: CallObserver {
    private let folder: URL
    private let onFailure: @Sendable (String) -> Void
    private let calls = Mutex<[ExactString: TranscriptWriter]>([:])
    private let queue = DispatchQueue(label: "transcripts")
    private let names = Mutex(FileNames())

    /// - Parameters:
    ///   - folder: is created when it is not there.
    ///   - onFailure: is told why a transcript could not be written; the call goes on.
    public init(folder: String, onFailure: @escaping @Sendable (String) -> Void) throws {
        self.folder = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
        self.onFailure = onFailure
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
    }

    public func record(call: String, event: CallEvent, at: CallInstant, isSensitive: Bool) {
        calls.withLock { calls in
            if case .call(let start) = event { calls[ExactString(call)] = TranscriptWriter(flow: flowLine(of: start)) }
            // Which keys are to be hidden is known when the call has ended.
            calls[ExactString(call)]?.record(event, at: at, isSensitive: false)
        }
    }

    public func record(call: String, command: CallCommand, at: CallInstant) {
        calls.withLock { $0[ExactString(call)]?.record(command, at: at) }
    }

    public func ended(_ record: CallRecord) {
        guard let ended = calls.withLock({ $0.removeValue(forKey: ExactString(record.call)) }) else { return }
        queue.async { self.save(ended, record) }
    }

    /// Comes back when all calls that have ended are saved.
    public func finish() async {
        await withCheckedContinuation { continuation in queue.async { continuation.resume() } }
    }

    private func save(_ ended: TranscriptWriter, _ record: CallRecord) {
        do {
            let text = ended.text(hiding: record.sensitiveKeys, leavingOut: record.unusedKeys)
            try save(text, name: Self.fileName(of: record.call))
        } catch {
            onFailure("the transcript of a call could not be saved in \(folder.path): \(error.fileReason)")
        }
    }

    /// Nothing where the flow is found by the folder anyway.
    private func flowLine(of start: CallStart) -> String? {
        let (document, fragment) = URIReference.split(start.flow)
        guard let url = URL(string: document), url.isFileURL else { return start.flow }
        let isFound =
            fragment == nil && url.lastPathComponent == FlowLocation.mainDocument
            && folder.lastPathComponent == TranscriptSuite.folderName
            && url.deletingLastPathComponent().standardizedFileURL.path == folder.deletingLastPathComponent().path
        return isFound ? nil : url.path + (fragment.map { "#" + $0 } ?? "")
    }

    /// Writes under the first name that is free: an earlier call is never overwritten.
    private func save(_ text: String, name: String) throws {
        for number in names.withLock({ $0.next(name) })... {
            let suffix = number == 1 ? "" : "-\(number)"
            let file = folder.appendingPathComponent("\(name)\(suffix).\(TranscriptSuite.fileExtension)")
            do {
                try Data(text.utf8).write(to: file, options: .withoutOverwriting)
                return names.withLock { $0.used(name, number) }
            } catch CocoaError.fileWriteFileExists {
                continue
            }
        }
    }

    /// A call's id as the name of a file.
    private static func fileName(of call: String) -> String {
        let safe = call.unicodeScalars.prefix(80).map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-")
                ? Character(scalar) : "_"
        }
        return safe.isEmpty ? "call" : String(safe)
    }
}

/// How far the names of files are used up: calls of one id in great number must not be tried from the first each time.
private struct FileNames {
    private var last: [String: Int] = [:]
    private static let limit = 10_000

    /// The first number of a name that may be free.
    func next(_ name: String) -> Int { (last[name] ?? 0) + 1 }

    mutating func used(_ name: String, _ number: Int) {
        // Ids are seldom used again, and the folder knows its files anyway.
        if last.count >= Self.limit { last = [:] }
        last[name] = number
    }
}
