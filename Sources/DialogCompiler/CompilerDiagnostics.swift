import Diagnostics
import DialogMachines
import Dialogs
import Grammars

// What the compiler has to say of a document: every wording and id stands here.

extension Compilation {
    mutating func report(_ finding: Finding) { diagnostics.append(finding.diagnostic(in: document.file)) }
}

// Values of attributes and properties.
extension Finding {
    static func badValue(of attribute: String, _ value: SourceText, expected: String) -> Finding {
        refusal(
            "bad-value", "\(attribute)=\"\(value.text)\" is not \(expected)", at: value.position)
    }

    static func badTime(of attribute: String, _ value: SourceText) -> Finding {
        let isBareNumber = !value.text.isEmpty && value.text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
        return refusal(
            "bad-time", "\(attribute)=\"\(value.text)\" is not a time",
            hint: isBareNumber
                ? "Add a unit: \(value.text)s or \(value.text)ms." : "Times look like 5s, 1.5s or 800ms.",
            at: value.position)
    }

    static func unknownProperty(_ name: SourceText, suggestion: String?) -> Finding {
        warning(
            "unknown-property", "No property is named \(name.text)",
            hint: suggestion.map { "Did you mean \($0)?" }
                ?? "It is kept and has no effect; the standard's properties are in VoiceXML 2.0 section 6.3.",
            at: name.position)
    }
}

// Names, expressions, scripts.
extension Finding {
    static func expressionSyntax(_ text: SourceText, problem: String) -> Finding {
        failure(
            "expression-syntax",
            "The expression \"\(text.text)\" does not parse: \(SyntaxProblem(problem, of: text.text))",
            hint: "Reaching it throws error.semantic.", at: text.position)
    }

    static func scriptSyntax(problem: String, at position: SourcePosition) -> Finding {
        failure(
            "script-syntax", "The script does not parse: \(problem)", hint: "Reaching it throws error.semantic.",
            at: position)
    }

    static func assignmentTarget(_ name: SourceText) -> Finding {
        failure(
            "bad-assignment", "\"\(name.text)\" is nothing that can be assigned to",
            hint: "Reaching it throws error.semantic; a name is a variable, or a member such as application.x.",
            at: name.position)
    }

    static func variableName(_ name: SourceText) -> Finding {
        failure(
            "bad-name", "\"\(name.text)\" cannot be declared",
            hint: name.text.contains(".")
                ? "<var> declares in the scope where it stands; to set a variable of another scope, use <assign>."
                : "A name has letters, digits, _ and $, does not begin with a digit, and is no word of ECMAScript.",
            at: name.position)
    }

    static func itemName(_ name: SourceText) -> Finding {
        refusal(
            "bad-name", "\"\(name.text)\" cannot name a form item",
            hint: "A name has letters, digits, _ and $, does not begin with a digit, and is no word of ECMAScript.",
            at: name.position)
    }

    static func reservedName(_ name: SourceText) -> Finding {
        warning(
            "reserved-name", "The name \"\(name.text)\" is reserved: it begins with _ or ends with $",
            hint: "What the standard or Dialtone adds may have the same name: choose another.", at: name.position
        )
    }

    static func duplicateItem(_ name: SourceText, first: SourcePosition) -> Finding {
        refusal(
            "duplicate-name", "The form has another item named \"\(name.text)\", at line \(first.line)",
            hint: "Items share the names of the form: give each its own.", at: name.position)
    }

    static func unknownFormItem(_ name: String, in list: SourceText) -> Finding {
        refusal(
            "unknown-form-item", "The form has no input item named \"\(name)\"",
            hint: "The namelist of <filled> names fields and other input items of its form.", at: list.position)
    }

    static func filledAttribute(_ attribute: String, _ value: SourceText) -> Finding {
        refusal(
            "filled-in-item", "A <filled> inside a form item has no \(attribute)",
            hint: "It is about that item alone; move it to the form to watch several items.", at: value.position)
    }
}

// What no plugin is asked by.
extension Finding {
    static func unsupportedClassID(_ classid: SourceText) -> Finding {
        failure(
            "unsupported-classid", "classid=\"\(classid.text)\" names no method of a plugin",
            hint: "Write method://PLUGIN/METHOD. Reaching it throws error.unsupported.objectname.",
            at: classid.position)
    }

    static func missingClassID(at position: SourcePosition) -> Finding {
        failure(
            "unsupported-classid", "An <object> without classid calls nothing",
            hint: "Write classid=\"method://PLUGIN/METHOD\". Reaching it throws error.unsupported.objectname.",
            at: position)
    }
}

// Grammars.
extension Finding {
    static func unsupportedGrammarFormat(_ format: String, at position: SourcePosition) -> Finding {
        failure(
            GrammarFormat.unsupportedID, "Grammars of the format \(format) cannot be read",
            hint: "Write it as SRGS XML, type=\"application/srgs+xml\". Activating it throws error.unsupported.format.",
            at: position)
    }

    static func unknownBuiltin(_ type: SourceText, problem: String) -> Finding {
        failure(
            "unknown-builtin", "\(type.text): \(problem)",
            hint: "There are boolean, currency, date, digits, number, phone and time. "
                + "Activating it throws error.unsupported.builtin.", at: type.position)
    }

    static func badBuiltin(_ type: SourceText, problem: String) -> Finding {
        refusal(
            "bad-builtin", "\(type.text): \(problem)",
            hint: "digits has length, minlength and maxlength, boolean has y and n; the others have no parameters.",
            at: type.position)
    }

    static func grammarScope(_ scope: SourceText) -> Finding {
        refusal(
            "grammar-scope", "Only a grammar of a form can have a scope",
            hint: "Grammars of form items, choices and links are active where those are.", at: scope.position)
    }

    static func badKeys(_ keys: SourceText) -> Finding {
        refusal(
            "bad-dtmf", "dtmf=\"\(keys.text)\" is no sequence of keys",
            hint: "Keys are 0 to 9, *, #, A to D, with or without spaces between them.", at: keys.position)
    }

    static func menuKeys(_ keys: SourceText) -> Finding {
        refusal(
            "menu-dtmf", "In a menu with dtmf=\"true\" a choice cannot have dtmf=\"\(keys.text)\"",
            hint: "Its choices get 1 to 9; only *, # and 0 can be given. Or take dtmf=\"true\" away.",
            at: keys.position)
    }
}

// Plugins.
extension Finding {
    static func unknownPlugin(_ plugin: String, known: [String], at position: SourcePosition) -> Finding {
        failure(
            "unknown-plugin", "There is no plugin \"\(plugin)\"",
            hint: choice(of: known, for: plugin, name: "The plugins are")
                ?? "The dialtone.yaml beside or above the flow names none: add it under plugins.", at: position)
    }

    static func unknownMethod(
        _ method: String, plugin: String, known: [String], at position: SourcePosition
    ) -> Finding {
        failure(
            "unknown-method", "The plugin \(plugin) has no method \"\(method)\"",
            hint: choice(of: known, for: method, name: "Its methods are"), at: position)
    }

    static func unknownParam(
        _ name: SourceText, method: String, known: [String]
    ) -> Finding {
        failure(
            "unknown-param", "\(method) has no parameter \"\(name.text)\"",
            hint: choice(of: known, for: name.text, name: "Its parameters are") ?? "It takes none.", at: name.position)
    }

    static func missingParam(_ name: String, method: String, at position: SourcePosition) -> Finding {
        failure(
            "missing-param", "\(method) needs the parameter \"\(name)\"", hint: "Add <param name=\"\(name)\" …/>.",
            at: position)
    }

    static func duplicateParam(_ name: SourceText) -> Finding {
        failure(
            "duplicate-param", "The parameter \"\(name.text)\" is given twice", hint: "Keep one of them.",
            at: name.position)
    }

    static func paramType(_ name: String, type: String, method: String, at position: SourcePosition) -> Finding {
        failure(
            "param-type", "The parameter \"\(name)\" takes a value of type \(type)",
            hint: "Reaching this throws error.plugin.\(method.prefix { $0 != "/" }).badparameter.", at: position)
    }

    private static func choice(of names: [String], for word: String, name: String) -> String? {
        if let nearest = Suggestion.nearest(to: word, among: names) { return "Did you mean \(nearest)?" }
        return names.isEmpty ? nil : "\(name) \(names.joined(separator: ", "))."
    }
}
