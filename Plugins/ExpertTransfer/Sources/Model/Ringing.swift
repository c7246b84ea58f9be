/// How long telephones ring.
enum Ringing {
    static let seconds = 5...120
}
