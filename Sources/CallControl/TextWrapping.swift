extension String {
    /// The text in lines of at most that many columns, broken at spaces and between ideographs; what cannot be broken
    /// there is broken anywhere.
    public func wrapped(to columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var width = 0
        func end() {
            lines.append(line)
            line = ""
            width = 0
        }
        for piece in breakablePieces {
            let length = piece.text.displayWidth
            let gap = piece.followsSpace && !line.isEmpty ? 1 : 0
            if width + gap + length <= columns {
                line += (gap == 1 ? " " : "") + piece.text
                width += gap + length
                continue
            }
            if !line.isEmpty { end() }
            for scalar in piece.text.unicodeScalars {
                if width + scalar.displayWidth > columns { end() }
                line.unicodeScalars.append(scalar)
                width += scalar.displayWidth
            }
        }
        if !line.isEmpty { end() }
        return lines
    }

    /// What stays together: words, and single ideographs with the punctuation after them.
    private var breakablePieces: [(text: String, followsSpace: Bool)] {
        var pieces: [(text: String, followsSpace: Bool)] = []
        for word in split(separator: " ") {
            var piece = ""
            var followsSpace = true
            for scalar in word.unicodeScalars {
                let mayBreak = scalar.isIdeograph || piece.unicodeScalars.last?.isIdeograph == true
                if mayBreak, !piece.isEmpty, scalar.properties.generalCategory != .otherPunctuation {
                    pieces.append((piece, followsSpace))
                    piece = ""
                    followsSpace = false
                }
                piece.unicodeScalars.append(scalar)
            }
            pieces.append((piece, followsSpace))
        }
        return pieces
    }

    /// The text without control characters, which could do anything to a terminal.
    public var withoutControls: String {
        var text = ""
        for scalar in unicodeScalars where scalar.properties.generalCategory != .control {
            text.unicodeScalars.append(scalar)
        }
        return text
    }
}
