import CallControl
import Foundation
import PluginStore

/// Puts faxes into a folder, for another program to take: `JOB.tiff`, and then `JOB.json`, which says that both are there.
///
/// Both lie ready in a folder beside, under the attempt's tag, and are moved; what is not there any more was moved. So
/// it stays known what was handed over, however soon the other program takes it away.
struct FolderTransport: Transport {
    let path: String
    let call: MethodCall

    func prepare(_ job: FaxJob, _ pages: FaxPages, tag: String) async throws -> any Handover {
        let files = files(tag, job)
        try tellingTrouble {
            try FileManager.default.createDirectory(atPath: files.readyFolder, withIntermediateDirectories: true)
            removeReady(of: job)
            try DurableFile.copy(pages.path, to: files.ready("tiff"))
            try DurableFile.write(Data(description(of: job, pages).jsonText.utf8), to: files.ready("json"))
        }
        return files
    }

    func find(_ tag: String, of job: FaxJob) async throws -> Found {
        let files = files(tag, job)
        try tellingTrouble {
            try files.move("tiff")
            try files.move("json")
        }
        return .handedOver(nil)
    }

    /// A fax in the outbox has gone.
    func start(_ remote: String, of job: FaxJob) async throws {}

    func withdraw(_ tag: String, of job: FaxJob) async throws {}

    func progress(of remote: String) async throws -> FaxProgress { .sent }

    func clean(_ job: FaxJob) { removeReady(of: job) }

    private func files(_ tag: String, _ job: FaxJob) -> FolderFiles { FolderFiles(path: path, tag: tag, job: job.job) }

    /// What earlier attempts left that ended before they were promised.
    private func removeReady(of job: FaxJob) {
        let folder = files("", job).readyFolder
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where name.hasPrefix("dialtone-\(job.job)-") {
            try? FileManager.default.removeItem(atPath: folder + "/" + name)
        }
    }

    private func description(of job: FaxJob, _ pages: FaxPages) -> JSONValue {
        [
            "job": .string(job.job), "number": .string(job.number), "pages": .number(Double(pages.count)),
            "resolution": .string(job.resolution.rawValue),
            "documents": .array(job.documentNumbers.map { .string($0) }),
            "ordered": .string(call.settings.zone.rfc3339(job.ordered)), "sender": .string(call.settings.sender),
        ]
    }
}

/// The files of one attempt.
private struct FolderFiles: Handover {
    let path: String
    let tag: String
    let job: String

    var readyFolder: String { path + "/.ready" }

    func ready(_ kind: String) -> String { "\(readyFolder)/\(tag).\(kind)" }

    func handOver(after: (Step) throws -> Void) async throws -> String? {
        try tellingTrouble { try move("tiff") }
        try after(.sending)
        try tellingTrouble { try move("json") }
        try after(.handedOver)
        return nil
    }

    /// What is there no more was moved before.
    func move(_ kind: String) throws {
        try DurableFile.moveIfThere(ready(kind), to: "\(path)/\(job).\(kind)")
    }
}

private func tellingTrouble(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let error as FileTrouble {
        throw TransportTrouble("the outbox cannot be written: \(error)")
    } catch let error as CocoaError {
        throw TransportTrouble("the outbox cannot be written: \(error.localizedDescription)")
    }
}
