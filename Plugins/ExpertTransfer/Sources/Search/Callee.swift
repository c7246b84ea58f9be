import PluginKit

/// Who is rung: an expert, or one of the contact plan.
struct Callee: Sendable {
    let kind: Try.Kind
    /// The code of the expert, the name of the contact.
    let who: String
    let number: String
    /// In seconds; nil: as the settings say.
    let ring: Int?
    /// The language of the whisper.
    let language: SpokenLanguage
    private let english: String
    private let chinese: String

    init(_ expert: Expert) {
        kind = .expert
        who = expert.code
        number = expert.number
        ring = expert.record.ring
        language = SpokenLanguage(locale: expert.record.language)
        english = expert.record.english
        chinese = expert.record.chinese
    }

    init(_ contact: Contact) {
        kind = .contact
        who = contact.record.english
        number = contact.number
        ring = contact.record.ring
        language = SpokenLanguage(locale: contact.record.language)
        english = contact.record.english
        chinese = contact.record.chinese
    }

    func name(_ language: SpokenLanguage) -> String { language.choose(english, chinese) }

    /// A URI that can be transferred to (RFC 3966, RFC 3261).
    var destination: String { number.contains(":") ? number : "tel:\(number)" }
}
