import MarkupReader

enum Namespace {
    static let voiceXML = "http://www.w3.org/2001/vxml"
    static let xml = "http://www.w3.org/XML/1998/namespace"
    /// Of the attributes that Dialtone adds to the language.
    static let dialtone = "urn:dialtone"
    static let grammar = "http://www.w3.org/2001/06/grammar"
    static let speech = "http://www.w3.org/2001/10/synthesis"

    /// Whether the element is meant as VoiceXML: in its namespace or in none, an inline grammar in that of SRGS, or
    /// markup in that of SSML. All else belongs to somebody else and is passed over.
    static func isOurs(_ element: MarkupElement) -> Bool {
        switch element.namespace {
        case nil, voiceXML: true
        case grammar: element.name == "grammar"
        case speech: Language.isSpeech(element.name)
        default: false
        }
    }
}
