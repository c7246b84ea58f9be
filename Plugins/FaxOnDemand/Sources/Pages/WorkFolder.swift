import Foundation

/// The folder in which one lease of a fax makes its pages.
struct WorkFolder: Sendable {
    private let parent: String
    private let job: String
    let path: String

    init(_ paths: Paths, _ job: FaxJob) {
        parent = paths.spool + "/jobs"
        self.job = job.job
        path = "\(parent)/\(job.job)-\(job.lease)"
    }

    /// Also removes what earlier leases of the fax left when their processes were killed.
    func make() throws {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(job + "-")
        {
            try? FileManager.default.removeItem(atPath: parent + "/" + name)
        }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw TransportTrouble("the spool cannot be written: \(error.localizedDescription)")
        }
    }

    func file(_ name: String) -> String { path + "/" + name }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
