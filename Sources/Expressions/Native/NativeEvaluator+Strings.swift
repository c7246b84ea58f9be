/// The methods of strings.
extension NativeEvaluator {
    mutating func callString(
        _ method: Method, _ text: ECMAString, _ arguments: [Value]
    ) throws(Interruption) -> Value {
        let first = arguments.argument(0)
        let second = arguments.argument(1)
        switch method {
        case .toString, .valueOf: return .string(text)
        case .charAt:
            let index = try integer(first)
            guard index >= 0, index < Double(text.count) else { return .string("") }
            return .string(text.slice(Int(index), Int(index) + 1))
        case .charCodeAt:
            let index = try integer(first)
            guard index >= 0, index < Double(text.count) else { return .number(.nan) }
            return .number(Double(text[Int(index)]))
        case .concat:
            var result = text
            for argument in arguments {
                result += try self.text(argument)
                try limit(result.count)
            }
            return .string(result)
        case .indexOf:
            let part = try self.text(first)
            let start = try position(second, in: 0...text.count)
            return .number(Double(text.firstIndex(of: part, from: start) ?? -1))
        case .lastIndexOf:
            let part = try self.text(first)
            let end = try number(second).isNaN ? text.count : position(second, in: 0...text.count)
            return .number(Double(text.lastIndex(of: part, upTo: end) ?? -1))
        case .includes:
            let part = try searched(first)
            return .bool(text.firstIndex(of: part, from: try position(second, in: 0...text.count)) != nil)
        case .startsWith:
            let part = try searched(first)
            return .bool(text.has(part, at: try position(second, in: 0...text.count)))
        case .endsWith:
            let part = try searched(first)
            let end = second == .undefined ? text.count : try position(second, in: 0...text.count)
            return .bool(text.has(part, at: end - part.count))
        case .slice:
            let start = try relativePosition(first, count: text.count, standard: 0)
            return .string(text.slice(start, try relativePosition(second, count: text.count, standard: text.count)))
        case .substring:
            let start = try position(first, in: 0...text.count)
            let end = second == .undefined ? text.count : try position(second, in: 0...text.count)
            return .string(text.slice(min(start, end), max(start, end)))
        case .substr:
            let start = try relativePosition(first, count: text.count, standard: 0)
            let rest = text.count - start
            let length = second == .undefined ? rest : try position(second, in: 0...rest)
            return .string(text.slice(start, start + length))
        case .trim: return .string(text.trimmed())
        case .trimStart: return .string(text.trimmed(end: false))
        case .trimEnd: return .string(text.trimmed(start: false))
        case .toUpperCase: return .string(try mapped(text, LatinCase.upper))
        case .toLowerCase: return .string(try mapped(text, LatinCase.lower))
        case .repeat: return .string(try repeated(text, first))
        case .padStart: return .string(try padding(text, arguments) + text)
        case .padEnd: return .string(text + (try padding(text, arguments)))
        case .split: return try split(text, first, second)
        case .replace, .replaceAll: return .string(try replaced(text, first, second, all: method == .replaceAll))
        case .toFixed, .join: throw .needsEngine
        }
    }

    /// What `includes` and its like look for: not a regular expression.
    private mutating func searched(_ value: Value) throws(Interruption) -> ECMAString {
        if case .object = value { throw .needsEngine }
        return try text(value)
    }

    private func mapped(
        _ text: ECMAString, _ mapping: (UInt16) -> [UInt16]?
    ) throws(Interruption) -> ECMAString {
        var units: [UInt16] = []
        units.reserveCapacity(text.count)
        for unit in text.units {
            guard let replacement = mapping(unit) else { throw .needsEngine }
            units += replacement
        }
        return ECMAString(units: units)
    }

    private mutating func repeated(_ text: ECMAString, _ times: Value) throws(Interruption) -> ECMAString {
        let times = try integer(times)
        guard times >= 0, times.isFinite else { throw .needsEngine }
        if text.isEmpty { return text }
        try limit(Int(min(times * Double(text.count), Double(Self.stringLimit) + 1)))
        var units: [UInt16] = []
        units.reserveCapacity(text.count * Int(times))
        for _ in 0..<Int(times) { units += text.units }
        return ECMAString(units: units)
    }

    private mutating func padding(_ text: ECMAString, _ arguments: [Value]) throws(Interruption) -> ECMAString {
        let width = try position(arguments.argument(0), in: 0...Self.stringLimit + 1)
        guard width > text.count else { return "" }
        let filler = arguments.argument(1) == .undefined ? " " : try self.text(arguments.argument(1))
        guard !filler.isEmpty else { return filler }
        try limit(width)
        let count = width - text.count
        return ECMAString(units: (0..<count).map { filler[$0 % filler.count] })
    }

    private mutating func split(
        _ text: ECMAString, _ separator: Value, _ limit: Value
    ) throws(Interruption) -> Value {
        if case .object = separator { throw .needsEngine }
        let most = limit == .undefined ? Int(UInt32.max) : Int(try unsigned32(limit))
        let mark = try self.text(separator)
        var parts: [Value] = []
        if separator == .undefined {
            parts = [.string(text)]
        } else if mark.isEmpty {
            parts = text.units.prefix(most).map { .string(ECMAString(units: [$0])) }
        } else {
            var start = 0
            while parts.count < most, let end = text.firstIndex(of: mark, from: start) {
                parts.append(.string(text.slice(start, end)))
                start = end + mark.count
            }
            parts.append(.string(text.slice(start, text.count)))
        }
        guard parts.count <= HeapObject.elementLimit else { throw .needsEngine }
        return allocate(HeapObject(.array, elements: Array(parts.prefix(most))))
    }

    private mutating func replaced(
        _ text: ECMAString, _ pattern: Value, _ replacement: Value, all: Bool
    ) throws(Interruption) -> ECMAString {
        if case .object = pattern { throw .needsEngine }
        if case .object = replacement { throw .needsEngine }
        let mark = try self.text(pattern)
        let template = try self.text(replacement)
        var result: ECMAString = ""
        var start = 0
        var search = 0
        while let found = text.firstIndex(of: mark, from: search) {
            result += text.slice(start, found)
            result += expanded(template, in: text, found: found, end: found + mark.count)
            try limit(result.count)
            start = found + mark.count
            search = max(start, found + 1)
            if !all { break }
        }
        result += text.slice(start, text.count)
        try limit(result.count)
        return result
    }

    /// GetSubstitution without captures: `$$`, `$&`, `` $` `` and `$'`.
    private func expanded(_ template: ECMAString, in text: ECMAString, found: Int, end: Int) -> ECMAString {
        guard template.units.contains(UInt16(ascii: "$")) else { return template }
        var result: ECMAString = ""
        var index = 0
        while index < template.count {
            let next = index + 1 < template.count ? template[index + 1] : 0
            switch (template[index], next) {
            case (UInt16(ascii: "$"), UInt16(ascii: "$")): result.units.append(next)
            case (UInt16(ascii: "$"), UInt16(ascii: "&")): result += text.slice(found, end)
            case (UInt16(ascii: "$"), UInt16(ascii: "`")): result += text.slice(0, found)
            case (UInt16(ascii: "$"), UInt16(ascii: "'")): result += text.slice(end, text.count)
            default:
                result.units.append(template[index])
                index -= 1
            }
            index += 2
        }
        return result
    }
}
