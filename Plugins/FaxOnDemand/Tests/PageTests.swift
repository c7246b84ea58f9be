import CallControl
import Foundation
import PluginTesting
import Testing

@testable import FaxOnDemand

/// With the programs themselves.
@Suite("Pages", .timeLimit(.minutes(2)))
struct PageTests {
    private static let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../Example").standardizedFileURL

    @Test(
        "PDF, PostScript, TIFF and text in any script become pages of Group 3, with a cover page before them",
        arguments: Resolution.allCases)
    func documents(resolution: Resolution) async throws {
        let office = try TestOffice(["seed": .string(Self.example.path), "programs": .null, "documents-limit": 10])
        let job = try await office.call().order(
            "101 102 201 202 301 302", ["resolution": .string(resolution.rawValue), "language": "zh-CN"])
        #expect(try await office.call().ask("work")["sent"] == 1)
        let path = office.url.appendingPathComponent("fax/outbox/\(job).tiff").path
        let pages = try TIFFPages(path)
        #expect(pages.pages.count == 8)
        #expect(pages.areFax(resolution))
        #expect(pages.pages.allSatisfy { $0.length == resolution.lines })
        let blank = try StandIns.blank(resolution)
        for (name, number) in [
            ("PDF", "101"), ("PostScript", "102"), ("TIFF", "201"), ("text", "202"), ("Chinese", "302"),
        ] {
            let kept = office.names("fax/spool/documents").first { $0.hasPrefix(number + "-" + resolution.rawValue) }
            let file = office.url.appendingPathComponent("fax/spool/documents/\(kept ?? "")")
            // A page of Group 3 without ink takes no more than the codes of its white lines.
            #expect(try Data(contentsOf: file).count > blank.count + 1000, "\(name)")
        }
    }

    @Test("a TIFF that is a fax already goes as it is, and tells its true number of pages")
    func fax() async throws {
        let office = try TestOffice()
        let page = office.url.appendingPathComponent("programs/standard.tiff")
        let file = office.url.appendingPathComponent("seed/205.txt")
        try Daemon("/usr/bin/env", ["tiffcp", page.path, page.path, page.path, file.path]).wait()
        let call = office.call()
        let job = try await call.order("205")
        #expect(try await call.status(job)["pages"] == 2)
        _ = try await call.ask("work")
        #expect(try await call.status(job)["pages"] == 4)
        #expect(try await call.ask("document", ["document": "205"])["pages"] == 3)
        let name = try #require(office.names("fax/spool/documents").first)
        let kept = office.url.appendingPathComponent("fax/spool/documents/" + name)
        #expect(try Data(contentsOf: kept) == Data(contentsOf: file))
    }

    @Test("the pages of a document are made once, and anew when its file is replaced")
    func kept() async throws {
        let office = try TestOffice()
        let call = office.call()
        _ = try await call.order("102")
        _ = try await call.ask("work")
        let first = office.names("fax/spool/documents")
        try FileManager.default.removeItem(at: office.url.appendingPathComponent("programs/standard.tiff"))
        let same = try await call.order("102")
        _ = try await call.ask("work")
        // The cover page cannot be made any more, but the document's pages are there.
        #expect(try await call.status(same)["cause"] == "document")
        #expect(office.names("fax/spool/documents") == first)
        try StandIns.write(into: office.url.appendingPathComponent("programs"))
        try Data("new".utf8).write(to: office.url.appendingPathComponent("seed/102.txt"))
        _ = try await call.order("102")
        #expect(try await call.ask("work")["sent"] == 1)
        #expect(office.names("fax/spool/documents").count == 1)
        #expect(office.names("fax/spool/documents") != first)
    }

    @Test("a document of more pages than a fax may have fails when it is made")
    func tooLong() async throws {
        let lines = String(repeating: "line\n", count: 200)
        let office = try TestOffice(
            ["pages-limit": 2, "programs": .null], files: ["seed/101.txt": lines])
        let job = try await office.call().order("101", ["resolution": "standard"])
        _ = try await office.call().ask("work")
        #expect(try await office.call().status(job)["cause"] == "document")
    }

    @Test("a program that takes too long is ended, and is a cause")
    func slow() async throws {
        let office = try TestOffice(["program-seconds": 1])
        let gs = office.url.appendingPathComponent("programs/gs")
        try "#!/bin/sh\nexec sleep 30\n".write(to: gs, atomically: false, encoding: .utf8)
        let job = try await office.call().order()
        let start = ContinuousClock.now
        _ = try await office.call().ask("work")
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(try await office.call().status(job)["cause"] == "document")
        #expect(try office.rows("SELECT trouble FROM jobs") == ["gs: it took longer than 1 s"])
    }

    @Test("the cover page tells whom, from whom, when, how many pages and what, and takes any title")
    func cover() async throws {
        let office = try TestOffice(
            ["programs": .null, "sender": "<Müller> & 港口", "sender-number": "+49 40 5550100"],
            files: [
                "seed/documents.csv": """
                document,english,chinese,category,pages,resolution,file
                101,"<b>1 & 2</b>",价目<表>,prices,1,standard,101.txt
                """
            ])
        for language in ["en", "zh"] {
            let call = office.call(language)
            let job = try await call.order("101", ["language": .string(language)])
            #expect(try await call.ask("work")["sent"] == 1)
            #expect(try await call.status(job)["pages"] == 2)
        }
    }

    @Test("what a file is is told by what it holds")
    func kinds() {
        let kinds: [(String, DocumentFile.Kind?)] = [
            ("%PDF-1.4\n", .pdf), ("\u{4}%!PS-Adobe", .postscript), ("II*\u{0}", .tiff), ("MM\u{0}*", .tiff),
            ("\u{FEFF}价目\r\nMac\r", .text("价目\nMac\n")), ("", nil), ("a\u{0}", nil),
        ]
        for (content, kind) in kinds { #expect(DocumentFile.kind(of: Data(content.utf8)) == kind, "\(content)") }
        #expect(DocumentFile.kind(of: Data([0xFF, 0xFE, 0x41])) == nil)
    }

    @Test("a damaged TIFF is told as one", arguments: 0..<40)
    func damaged(cut: Int) throws {
        let page = try StandIns.blank(.standard)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).tiff")
        defer { try? FileManager.default.removeItem(at: file) }
        try page.prefix(cut * 5).write(to: file)
        #expect(throws: DocumentTrouble.self) { try TIFFPages(file.path) }
    }
}
