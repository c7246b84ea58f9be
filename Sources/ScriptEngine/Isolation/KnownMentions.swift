import Expressions

/// What texts mention, kept as long as there are not too many.
final class KnownMentions {
    private static let sizeLimit = 1 << 20
    private static let countLimit = 2000

    private var known: [ECMAString: Mentions] = [:]
    private var size = 0

    func mentions(in text: ECMAString) -> Mentions {
        if let known = known[text] { return known }
        size += text.count
        if size > Self.sizeLimit || known.count >= Self.countLimit {
            known = [:]
            size = text.count
        }
        let mentions = Mentions(text)
        known[text] = mentions
        return mentions
    }
}
