import CallControl
import Diagnostics
import DialogMachines
import Dialogs
import MarkupReader

/// A grammar, a script or data in a file of its own, as a document names it.
private struct ExternalFile {
    enum Kind {
        case grammar, script, data
    }

    var kind: Kind
    /// Absolute, without a fragment.
    var uri: String
    var written: SourceText
}

extension DocumentLoader {
    /// Grammars, scripts and data that these documents name and that are not there, and what is wrong with those that are.
    /// - Parameter paths: what is checked anyway.
    func check(externalFilesOf machines: [DialogMachine], besides paths: [String]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var seen = Set(paths.map { FlowLocation($0).uri })
        for machine in machines {
            for file in machine.externalFiles {
                if let missing = Diagnostic.missingFile(file.uri, file.written, in: machine.file) {
                    diagnostics.append(missing)
                } else if seen.insert(file.uri).inserted {
                    diagnostics += problems(of: file)
                }
            }
        }
        return diagnostics
    }

    private func problems(of file: ExternalFile) -> [Diagnostic] {
        guard let path = FileURI.path(of: file.uri) else { return [] }
        switch file.kind {
        case .grammar: return (try? checkAtHand(path))?.diagnostics ?? []
        case .data:
            guard let content = try? FileReader.read(path) else { return [] }
            return MarkupReader.readData(content, file: path).1
        case .script:
            guard let content = try? FileReader.read(path), let text = String(validating: content, as: UTF8.self),
                let problem = problem(inScript: text)
            else { return [] }
            let start = SourcePosition(line: 1, column: 1)
            return [
                Diagnostic(
                    .error, id: "script-syntax", "The script does not parse: \(problem)",
                    hint: "Reaching it throws error.semantic.", file: path, position: start, refusesDocument: false)
            ]
        }
    }
}

extension DialogMachine {
    fileprivate var externalFiles: [ExternalFile] {
        let grammars = self.grammars.compactMap { grammar -> ExternalFile? in
            guard case .external(.literal(let uri), _, _, _) = grammar.source else { return nil }
            return externalFile(.grammar, uri, at: grammar.position)
        }
        let scripts = zip(self.instructions, self.positions).compactMap { instruction, position -> ExternalFile? in
            guard case .externalScript(let target, _) = instruction, case .literal(let uri) = target.uri else {
                return nil
            }
            return externalFile(.script, uri, at: position)
        }
        let data = zip(self.instructions, self.positions).compactMap { instruction, position -> ExternalFile? in
            guard case .data(_, let target, _) = instruction, case .literal(let uri) = target.uri else { return nil }
            return externalFile(.data, uri, at: position)
        }
        return grammars + scripts + data
    }

    private func externalFile(_ kind: ExternalFile.Kind, _ text: String, at position: SourcePosition) -> ExternalFile? {
        URIReference.resolve(URIReference.split(text).document, against: self.base)
            .map { ExternalFile(kind: kind, uri: $0, written: SourceText(text, at: position)) }
    }
}
