import CallControl
import PluginKit

extension PhoneNumber {
    /// Its digits one by one, with pauses: `plus 4 9 3, 0 2 3, 1 2 5, 0 0 1`.
    func spoken(_ language: SpokenLanguage) -> String {
        guard digits.hasPrefix("+") else { return Spoken.digits(digits, pauseAfter: 3, in: language) }
        let spoken = Spoken.digits(String(digits.dropFirst()), pauseAfter: 3, in: language)
        return language.choose("plus ", "加 ") + spoken
    }

    func fields(_ language: SpokenLanguage) -> JSONValue {
        ["phone": .string(digits), "phoneSpoken": .string(spoken(language))]
    }
}
