import CallControl
public import Diagnostics
import DialogMachines
import DialogParser
import Dialogs
import Fetching
import FlowChecks
import MarkupReader

extension DocumentLoader {
    /// Reads documents and grammars and says what is wrong with each of them and between them: documents, grammars and
    /// scripts that are not there, dialogs of other documents that do not exist, what the rules of `FlowChecks` find,
    /// and, of a whole application, dialogs that no call can come to.
    /// - Parameters:
    ///   - paths: diagnostics name the files by them.
    ///   - isApplication: whether these are all documents of one or several applications, which calls enter at each
    ///     `main.vxml`; without one anywhere.
    ///   - againstSchema: whether documents that nothing refuses are held against the RELAX NG schema, too. It is made
    ///     of the tables that the parser uses, and takes longer than all the rest.
    public func checkAll(
        _ paths: [String], isApplication: Bool, againstSchema: Bool = false
    ) async throws(UnreadableFile) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var application = ApplicationDocuments()
        let schema = againstSchema ? try? MarkupSchema(LanguageSchema.text) : nil
        for path in paths {
            let checked = try await check(path)
            diagnostics +=
                checked.diagnostics + [schema.flatMap { checked.problem(in: $0, file: path) }].compactMap { $0 }
            if let document = checked.compiled { application.add(document) }
        }
        diagnostics += check(externalFilesOf: application.documents.map(\.machine), besides: paths)
        application.followTargets { (try? checkAtHand($0))?.compiled }
        diagnostics += application.diagnostics(isApplication: isApplication)
        diagnostics += check(application, isApplication).withoutPlaces(of: diagnostics)
        let asked = Set(paths)
        return diagnostics.filter { asked.contains($0.file) || !application.hasDocument($0.file) }
            .sorted { ($0.file, $0.position) < ($1.file, $1.position) }.cutByFile()
    }

    private func check(_ application: ApplicationDocuments, _ isApplication: Bool) -> [Diagnostic] {
        var grammars = GrammarsAtHand(self)
        let documents = application.documents.map { grammars.inserted(in: $0) }
        let flow = Flow(documents: documents, isWhole: isApplication, plugins: plugins) { uri in
            FileURI.path(of: uri).flatMap { try? FileReader.read($0) }.flatMap { String(validating: $0, as: UTF8.self) }
        }
        return FlowChecks.diagnostics(of: flow)
    }
}

extension CheckedDocument {
    /// What the schema has to say, where nobody has said it better. A document without the namespace has been told so.
    fileprivate func problem(in schema: MarkupSchema, file: String) -> Diagnostic? {
        guard !isRefused, let tree, tree.namespace != nil else { return nil }
        return schema.problem(in: content, root: tree, file: file)
    }
}

/// Where something is said.
private struct Place: Hashable {
    var file: String
    var position: SourcePosition

    init(_ diagnostic: Diagnostic) {
        file = diagnostic.file
        position = diagnostic.position
    }
}

extension [Diagnostic] {
    /// Those at places of which nothing has been said: one mistake is told once.
    fileprivate func withoutPlaces(of others: [Diagnostic]) -> [Diagnostic] {
        let said = Set(others.map(Place.init))
        return filter { !said.contains(Place($0)) }
    }
}

/// The documents that were asked for and those that they lead to.
private struct ApplicationDocuments {
    private(set) var documents: [FlowDocument] = []
    private var seen: Set<String> = []
    private var missing: [Diagnostic] = []

    mutating func add(_ document: FlowDocument) {
        if seen.insert(document.document.uri).inserted { documents.append(document) }
    }

    func hasDocument(_ file: String) -> Bool { documents.contains { $0.document.file == file } }

    mutating func followTargets(_ read: (String) -> FlowDocument?) {
        var next = 0
        while next < documents.count {
            let document = documents[next].document
            next += 1
            for target in DocumentTarget.all(of: document) {
                if let problem = Diagnostic.missingFile(target.uri, target.written, in: document.file) {
                    missing.append(problem)
                } else if !seen.contains(target.uri), let path = FileURI.path(of: target.uri), let found = read(path) {
                    add(found)
                }
            }
        }
    }

    func diagnostics(isApplication: Bool) -> [Diagnostic] {
        let documents = documents.map(\.document)
        var found = missing + MissingTargets.across(documents)
        if isApplication {
            let mains = documents.map(\.uri).filter { $0.hasSuffix("/" + FlowLocation.mainDocument) }
            found += Reachability.unreachableDialogs(in: documents, entry: mains.isEmpty ? nil : mains)
        }
        return found
    }
}

extension Diagnostic {
    /// Nil when the file is there. Reaching it throws: it refuses no document.
    static func missingFile(_ uri: String, _ written: SourceText, in file: String) -> Diagnostic? {
        // What stands on a server is asked for in calls only.
        if URIParts(uri) != nil { return nil }
        guard let path = FileURI.path(of: uri) else {
            let scheme = FileURI.scheme(of: uri) ?? "this"
            return Diagnostic(
                .error, id: "unfetchable-uri", "Nothing is fetched by \(scheme)",
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
