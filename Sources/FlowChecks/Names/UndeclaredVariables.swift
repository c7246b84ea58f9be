import Diagnostics

/// Variables that are read or written and that nothing declares (VoiceXML 2.0 5.1.1): each once a document.
enum UndeclaredVariables: NameRule {
    static func findings(in names: NameReading, of flow: Flow) -> [Finding] {
        var said: Set<String> = []
        return names.uses.flatMap { site, used -> [Finding] in
            guard !used.variables.allSatisfy(site.sees) else { return [] }
            return used.variables.filter { !site.sees($0) && !names.isElsewhere($0) }.sorted().compactMap { name in
                guard said.insert(name).inserted else { return nil }
                let suggestion = Suggestion.nearest(to: name, among: site.visibleNames)
                return .undeclaredVariable(name, suggestion: suggestion, at: site.position)
            }
        }
    }
}
