import CallControl
import Foundation
import GRDB
import PluginKit
import PluginStore

/// All pages of a fax, in a TIFF file.
struct FaxPages: Sendable {
    let path: String
    let count: Int
}

/// Makes the pages of a fax: its cover page, and those of its documents, which are kept for the next fax.
struct PageMaking: Sendable {
    private let call: MethodCall
    private let folder: WorkFolder

    init(_ call: MethodCall, _ folder: WorkFolder) {
        self.call = call
        self.folder = folder
    }

    /// Steps 2 and 3.
    /// - Throws: `DocumentTrouble` when it cannot be made, `TransportTrouble` when there is no room for it.
    func make(_ job: FaxJob, after: (Step) throws -> Void) async throws -> FaxPages {
        let maker = PageMaker(programs: call.settings.programs, folder: folder, resolution: job.resolution)
        var parts: [String] = []
        var documents: [FaxDocument] = []
        var count = 0
        for number in job.documentNumbers {
            let (document, pages) = try await pages(of: number, maker)
            parts.append(pages.path)
            documents.append(document)
            count += pages.count
        }
        try after(.documentsMade)
        guard count < call.settings.limits.pages else {
            throw DocumentTrouble("it has \(count) pages and a cover, more than a fax may have")
        }
        let cover = folder.file("cover.tiff")
        let coverPages = try await make(cover, of: job, documents, count, maker)
        let all = folder.file("fax.tiff")
        let total = try await maker.join([cover] + parts, into: all)
        guard total == coverPages + count else { throw DocumentTrouble("pages were lost when they were put together") }
        try after(.pagesMade)
        return FaxPages(path: all, count: total)
    }

    /// - Returns: how many pages the cover takes, which it tells itself.
    private func make(
        _ path: String, of job: FaxJob, _ documents: [FaxDocument], _ count: Int, _ maker: PageMaker
    ) async throws -> Int {
        var coverPages = 1
        while true {
            let cover = CoverPage(job: job, documents: documents, pages: count + coverPages, call: call)
            let made = try await maker.make(markup: cover.markup, into: path)
            if made <= coverPages { return made }
            coverPages = made
        }
    }

    /// The pages of a document, with a name in the work folder that nobody takes away.
    private func pages(of number: String, _ maker: PageMaker) async throws -> (FaxDocument, FaxPages) {
        let found = try await call.store.read(call.context) { db in try FaxDocument.find(db, number) }
        guard let document = found else { throw DocumentTrouble("there is no document \(number) any more") }
        let file = try DocumentFile(call.settings.paths.documents + "/" + document.file)
        let kept = KeptPages(call.settings.paths, number, maker.resolution, file)
        let own = folder.file("document-\(number).tiff")
        if !kept.link(to: own) {
            let made = folder.file("made.tiff")
            _ = try await maker.make(file, into: made, largest: call.settings.limits.pages)
            try kept.keep(made)
            guard kept.link(to: own) else { throw TransportTrouble("the spool cannot be written") }
        }
        let count = try TIFFPages(own).pages.count
        if count != document.pages {
            try await call.store.write(call.context) { db in
                try db.execute(
                    sql: "UPDATE documents SET pages = ? WHERE document = ?", arguments: [count, number])
            }
        }
        return (document, FaxPages(path: own, count: count))
    }
}

/// The pages of a document in one resolution, kept under a name that is another for every content of its file.
private struct KeptPages {
    private let folder: String
    private let prefix: String
    private let name: String

    init(_ paths: Paths, _ document: String, _ resolution: Resolution, _ file: DocumentFile) {
        folder = paths.spool + "/documents"
        prefix = "\(document)-\(resolution.rawValue)-"
        name = prefix + file.fingerprint + ".tiff"
    }

    /// Whether there are any.
    func link(to path: String) -> Bool {
        try? FileManager.default.removeItem(atPath: path)
        return (try? FileManager.default.linkItem(atPath: folder + "/" + name, toPath: path)) != nil
    }

    /// Keeps them, and those of no earlier content.
    func keep(_ made: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for old in try FileManager.default.contentsOfDirectory(atPath: folder) where old.hasPrefix(prefix) {
                try? FileManager.default.removeItem(atPath: folder + "/" + old)
            }
            try DurableFile.move(made, to: folder + "/" + name)
        } catch let error as FileTrouble {
            throw TransportTrouble("the spool cannot be written: \(error)")
        } catch let error as CocoaError {
            throw TransportTrouble("the spool cannot be written: \(error.localizedDescription)")
        }
    }
}
