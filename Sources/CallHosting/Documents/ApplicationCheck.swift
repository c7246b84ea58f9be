import CallControl
public import Diagnostics
import DialogCompiler
import DialogMachines
import DialogParser
import Dialogs
import MarkupReader

extension DocumentLoader {
    /// Reads documents and grammars and says what is wrong with each of them and between them: documents, grammars and
    /// scripts that are not there, dialogs of other documents that do not exist, and, of a whole application, dialogs
    /// that no call can come to.
    /// - Parameters:
    ///   - paths: diagnostics name the files by them.
    ///   - isApplication: whether these are all documents of one or several applications, which calls enter at each
    ///     `main.vxml`; without one anywhere.
    public func checkAll(_ paths: [String], isApplication: Bool) throws(UnreadableFile) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var application = ApplicationDocuments()
        var machines: [DialogMachine] = []
        for path in paths {
            let checked = try check(path)
            diagnostics += checked.diagnostics
            if let machine = checked.compiled { machines.append(machine) }
            application.add(path)
        }
        diagnostics += check(externalFilesOf: machines, besides: paths)
        diagnostics += machines.flatMap { KeyChecks.warnings(of: $0, root: root(of: $0, among: machines)) }
        application.followTargets()
        diagnostics += application.diagnostics(of: Set(paths), isApplication: isApplication)
        return diagnostics.sorted { ($0.file, $0.position) < ($1.file, $1.position) }.cutByFile()
    }

    /// The application root of a document; nil without one, and when it cannot be had.
    private func root(of machine: DialogMachine, among machines: [DialogMachine]) -> DialogMachine? {
        guard let uri = machine.application else { return nil }
        if let known = machines.first(where: { $0.id.uri == uri }) { return known }
        return FileURI.path(of: uri).flatMap { try? check($0).machine }
    }
}

/// The documents that were asked for and those that they lead to.
private struct ApplicationDocuments {
    private var documents: [Document] = []
    private var seen: Set<String> = []
    private var missing: [Diagnostic] = []

    mutating func add(_ path: String) {
        let uri = FlowLocation(path).uri
        guard seen.insert(uri).inserted, let content = try? FileReader.read(FileURI.path(of: uri) ?? path),
            let root = MarkupReader.read(content, file: path).root,
            let document = DialogParser.parse(root, uri: uri, file: path).0
        else { return }
        documents.append(document)
    }

    mutating func followTargets() {
        var next = 0
        while next < documents.count {
            let document = documents[next]
            next += 1
            for target in DocumentTarget.all(of: document) {
                if let problem = Diagnostic.missingFile(target.uri, target.written, in: document.file) {
                    missing.append(problem)
                } else if let path = FileURI.path(of: target.uri) {
                    add(path)
                }
            }
        }
    }

    func diagnostics(of paths: Set<String>, isApplication: Bool) -> [Diagnostic] {
        var found = missing + MissingTargets.across(documents)
        if isApplication {
            let mains = documents.map(\.uri).filter { $0.hasSuffix("/" + FlowLocation.mainDocument) }
            found += Reachability.unreachableDialogs(in: documents, entry: mains.isEmpty ? nil : mains)
        }
        return found.filter { paths.contains($0.file) }
    }
}

extension Diagnostic {
    /// Nil when the file is there. Reaching it throws: it refuses no document.
    static func missingFile(_ uri: String, _ written: SourceText, in file: String) -> Diagnostic? {
        guard let path = FileURI.path(of: uri) else {
            let scheme = FileURI.scheme(of: uri) ?? "this"
            return Diagnostic(
                .error, id: "unfetchable-uri", "Documents cannot be fetched by \(scheme) yet",
                hint: "Reaching it throws error.badfetch.", file: file, position: written.position,
                refusesDocument: false)
        }
        guard FileStamp(path)?.isFolder != false else { return nil }
        return Diagnostic(
            .error, id: "missing-file", "There is no file \"\(written.text)\"",
            hint: "It would be \(path). Reaching it throws error.badfetch.", file: file, position: written.position,
            refusesDocument: false)
    }
}
