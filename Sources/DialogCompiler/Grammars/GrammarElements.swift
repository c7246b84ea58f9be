import CallControl
import Diagnostics
import DialogMachines
import Dialogs
import Grammars
import MarkupReader

extension Compilation {
    /// A form-level grammar: its own `scope`, else the form's (VoiceXML 2.0 3.1.3).
    mutating func grammar(
        _ element: GrammarElement, result: GrammarEntry.Result, formScope: DialogEntry.Scope
    ) -> GrammarEntry? {
        let scope = word(element.scope, [DialogEntry.Scope.dialog, .document]) ?? formScope
        return entry(element, result: result, scope: scope)
    }

    /// A grammar of a form item, a choice or a link, which has no scope of its own.
    mutating func grammar(
        _ element: GrammarElement, result: GrammarEntry.Result, scope: DialogEntry.Scope
    ) -> GrammarEntry? {
        if let own = element.scope { report(.grammarScope(own)) }
        return entry(element, result: result, scope: scope)
    }

    /// nil: an inline grammar that does not compile, for which the document is refused.
    private mutating func entry(
        _ element: GrammarElement, result: GrammarEntry.Result, scope: DialogEntry.Scope
    ) -> GrammarEntry? {
        checkNumber(element.weight, "weight")
        var result = result
        let source: GrammarEntry.Source
        switch element.source {
        case .inline(let markup):
            guard let grammar = inlineGrammar(markup) else { return nil }
            source = grammar
        case .external(let uri):
            source = externalGrammar(uri, of: element)
            if result == .semantics, case .literal(let builtin) = uri, builtin.isBuiltin {
                result = .builtin(builtin.text)
            }
        }
        return GrammarEntry(source: source, result: result, scope: scope, position: element.position)
    }

    private mutating func externalGrammar(
        _ uri: LiteralOrExpression, of element: GrammarElement
    ) -> GrammarEntry.Source {
        // What is wrong is told of every grammar that stands elsewhere, whatever becomes of it.
        let external = GrammarEntry.Source.external(
            computed(uri), fetchtimeout: time(element.fetch.fetchtimeout, "fetchtimeout"),
            maxage: integer(element.fetch.maxage, "maxage", atLeast: 0),
            maxstale: integer(element.fetch.maxstale, "maxstale", atLeast: 0))
        if let mode = element.mode, !["dtmf", "voice"].contains(mode.text) {
            report(.badValue(of: "mode", mode, expected: "dtmf or voice"))
        }
        if case .literal(let builtin) = uri, builtin.isBuiltin { return builtinSource(builtin) }
        if let type = element.type, let format = GrammarFormat.unsupported(mediaType: type.text) {
            report(.unsupportedGrammarFormat(format, at: type.position))
            return .unsupported("grammars of the format \(format) are not supported")
        }
        note(.grammar, uri, element.fetch)
        return external
    }

    /// An inline grammar with what it needs of the library; nil when it is wrong.
    private mutating func inlineGrammar(_ markup: MarkupElement) -> GrammarEntry.Source? {
        let text = markup.textWithoutPlaces
        if let known = inlineGrammars[text] { return .compiled(known) }
        let (grammar, found) = GrammarReader.read(markup, baseURI: document.uri, file: document.file)
        // A format that cannot be read is no fault of the document: it throws when the grammar is activated.
        if let problem = found.first(where: GrammarFormat.isUnsupported) {
            diagnostics.append(problem.thrownAtActivation)
            return .unsupported(problem.message)
        }
        diagnostics += found
        guard let grammar else { return nil }
        do throws(GrammarError) {
            let compiled = try GrammarCompiler.compile(grammar, library: grammarLibrary)
            if found.isEmpty { inlineGrammars[text] = compiled }
            return .compiled(compiled)
        } catch {
            diagnostics.append(error.diagnostic)
            return nil
        }
    }
}

extension GrammarEntry.Source {
    fileprivate static func unsupported(_ message: String) -> Self {
        .unsupported(event: "error.unsupported.format", message: message)
    }
}

extension Diagnostic {
    /// The same, of a document that runs.
    fileprivate var thrownAtActivation: Diagnostic {
        var finding = self
        finding.hint = [hint, "Activating it throws error.unsupported.format."].compactMap(\.self).joined(
            separator: " ")
        finding.refusesDocument = false
        return finding
    }
}

extension SourceText {
    fileprivate var isBuiltin: Bool { text.hasPrefix("builtin:") }
}
