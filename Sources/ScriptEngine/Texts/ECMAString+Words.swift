import Expressions

extension ECMAString {
    /// How often a part stands in the string.
    func count(of part: ECMAString) -> Int {
        var count = 0
        var index = firstIndex(of: part)
        while let found = index {
            count += 1
            index = firstIndex(of: part, from: found + part.count)
        }
        return count
    }

    /// The string with every `\uXXXX` and `\u{X}` replaced by what it stands for, in whatever it is.
    func decodingEscapes() -> ECMAString {
        var result: [UInt16] = []
        var index = 0
        while index < count {
            if let (scalar, end) = escape(at: index) {
                result += String(scalar).utf16
                index = end
            } else {
                result.append(self[index])
                index += 1
            }
        }
        return ECMAString(units: result)
    }

    /// The scalar that the escape at an index stands for, and where the escape ends.
    private func escape(at index: Int) -> (Unicode.Scalar, end: Int)? {
        guard has("\\u", at: index) else { return nil }
        let isBraced = has("{", at: index + 2)
        let start = isBraced ? index + 3 : index + 2
        guard let end = isBraced ? firstIndex(of: "}", from: start) : start + 4 else { return nil }
        guard end - start <= 8, let code = UInt32(slice(start, end).string, radix: 16) else { return nil }
        return Unicode.Scalar(code).map { ($0, isBraced ? end + 1 : end) }
    }
}
