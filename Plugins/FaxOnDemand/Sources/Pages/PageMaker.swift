import Foundation

/// Makes documents into pages of Group 3 (ITU-T T.4, one-dimensional) in TIFF (RFC 2306), A4.
struct PageMaker: Sendable {
    let programs: Programs
    let folder: WorkFolder
    let resolution: Resolution

    /// - Parameters:
    ///   - output: where the pages go.
    ///   - largest: more pages are not made.
    /// - Returns: how many there are.
    /// - Throws: `DocumentTrouble` when it cannot be made into pages.
    func make(_ file: DocumentFile, into output: String, largest: Int) async throws -> Int {
        try await tellingTrouble {
            switch file.kind {
            case .pdf, .postscript: try await rasterize(file.path, into: output, largest)
            case .text(let text):
                try await typeset(text, ["--font=Monospace 10"], into: output, largest)
            case .tiff:
                if let given = try? TIFFPages(file.path), given.areFax(resolution) {
                    try DurableFile.copy(file.path, to: output)
                } else {
                    let pdf = folder.file("document.pdf")
                    try await programs.run(.tiff2pdf, ["-o", pdf, file.path])
                    try await rasterize(pdf, into: output, largest)
                }
            }
        }
        return try count(output)
    }

    /// Makes pages of Pango's markup.
    func make(markup: String, into output: String) async throws -> Int {
        try await tellingTrouble { try await typeset(markup, ["--markup", "--font=Sans 12"], into: output, 10) }
        return try count(output)
    }

    /// Puts pages one after the other.
    func join(_ parts: [String], into output: String) async throws -> Int {
        try await tellingTrouble { try await programs.run(.tiffcp, parts + [output]) }
        return try count(output)
    }

    private func count(_ path: String) throws -> Int {
        let pages = try TIFFPages(path)
        guard pages.areFax(resolution) else { throw DocumentTrouble("\(path) has become no pages of a fax") }
        return pages.pages.count
    }

    private func typeset(_ text: String, _ options: [String], into output: String, _ largest: Int) async throws {
        let (source, postscript) = (folder.file("text.txt"), folder.file("text.ps"))
        try DurableFile.write(Data(text.utf8), to: source)
        let margins = ["top", "bottom", "left", "right"].map { "--\($0)-margin=50" }
        try await programs.run(
            .paps, ["--paper=a4", "--encoding=UTF-8"] + margins + options + [source], output: postscript)
        try await rasterize(postscript, into: output, largest)
    }

    private func rasterize(_ source: String, into output: String, _ largest: Int) async throws {
        try await programs.run(
            .gs,
            [
                "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sstdout=%stderr", "-sDEVICE=tiffg3",
                "-r204x\(resolution.linesPerInch)", "-g\(Resolution.dots)x\(resolution.lines)", "-dFIXEDMEDIA",
                "-dFitPage", "-dLastPage=\(largest + 1)",
                // A % begins a page number in the name of an output file.
                "-sOutputFile=\(output.replacing("%", with: "%%"))", "-f", source,
            ])
    }

    private func tellingTrouble(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let error as Programs.Trouble {
            throw DocumentTrouble(error.description)
        } catch let error as FileTrouble {
            throw TransportTrouble("the spool cannot be written: \(error)")
        }
    }
}
