/// The text of one start tag, which libxml2 has found well-formed: where its attributes stand.
struct StartTag {
    struct Place {
        /// Offset of the name's first byte.
        var name: Int
        fileprivate var nameEnd: Int
        /// Offset of the value's first byte.
        var value: Int

        init(name: Int, nameEnd: Int? = nil, value: Int) {
            self.name = name
            self.nameEnd = nameEnd ?? name
            self.value = value
        }
    }

    /// Offset of its `<`.
    let start: Int
    /// In the order in which they are written.
    private var places: [Place] = []

    /// - Parameter end: Offset just after the last attribute, where libxml2 announces the element. No `<` can stand
    ///   between it and the start.
    init(endingAt end: Int, in text: [UInt8]) {
        var start = min(end, text.count) - 1
        while start > 0 && text[start] != UInt8(ascii: "<") { start -= 1 }
        self.start = max(0, start)
        readAttributes(text[self.start..<min(end, text.count)])
    }

    /// Where an attribute stands.
    /// - Parameter name: as it is written, with its prefix.
    func place(of name: String, in text: [UInt8]) -> Place? {
        let length = name.utf8.count
        return places.first { place in
            place.nameEnd - place.name == length && text[place.name..<place.nameEnd].elementsEqual(name.utf8)
        }
    }

    private mutating func readAttributes(_ tag: ArraySlice<UInt8>) {
        var rest = tag.drop { !$0.isXMLSpace }
        while true {
            rest = rest.drop(while: \.isXMLSpace)
            let name = rest.prefix { !$0.isXMLSpace && $0 != UInt8(ascii: "=") }
            guard !name.isEmpty else { return }
            rest = rest[name.endIndex...].drop { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
            guard let quote = rest.popFirst() else { return }
            places.append(Place(name: name.startIndex, nameEnd: name.endIndex, value: rest.startIndex))
            guard let close = rest.firstIndex(of: quote) else { return }
            rest = rest[(close + 1)...]
        }
    }
}
