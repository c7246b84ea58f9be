import CallControl

/// Puts together the first derivation of all keys, once it is known where each part can end.
struct DerivationBuilder {
    private enum Work {
        /// Match this span up to that place.
        case match(DerivationParser.Span, end: Int32)
        case endOfRule
    }

    private let parser: DerivationParser
    private var pending: [Work] = []
    /// The rules begun and not ended, outermost first.
    private var rules: [RuleMatch] = []

    init(_ parser: DerivationParser) { self.parser = parser }

    mutating func build() -> RuleMatch? {
        let network = parser.network
        beginRule(0, keys: parser.keys[...])
        var outermost: RuleMatch?
        let whole = DerivationParser.Span(node: Int32(network.rules[0].body), place: 0)
        pending += [.endOfRule, .match(whole, end: Int32(parser.keys.count))]
        while let work = pending.popLast() {
            switch work {
            case .match(let span, let end): match(span, to: end)
            case .endOfRule:
                guard let rule = rules.popLast() else { break }
                if rules.isEmpty { outermost = rule } else { add(.rule(rule)) }
            }
        }
        return outermost
    }

    private mutating func match(_ span: DerivationParser.Span, to end: Int32) {
        let network = parser.network
        switch network.nodes[Int(span.node)] {
        case .empty, .fail: break
        case .tag(let id): add(.tag(network.tags[Int(id)]))
        case .run: add(parser.keys[Int(span.place)..<Int(end)])
        case .alternatives(let range):
            let first = network.children(range).lazy
                .map { DerivationParser.Span(node: $0, place: span.place) }
                .first { parser.ends(of: $0).contains(end) }
            if let first { pending.append(.match(first, end: end)) }
        case .sequence, .repetition:
            // All that this span depends on has been explored: nothing is missing.
            var missing: [DerivationParser.Span] = []
            let first = parser.steps(of: span, missing: &missing).first { parser.ends(of: $0.rest).contains(end) }
            if let (part, rest) = first { pending += [.match(rest, end: end), .match(part, end: rest.place)] }
        case .rule(let rule):
            let taken = parser.keys[Int(span.place)..<Int(end)]
            guard rules.count < RuleMatch.depthLimit else {
                add(taken)
                break
            }
            beginRule(Int(rule), keys: taken)
            let body = DerivationParser.Span(node: Int32(network.rules[Int(rule)].body), place: span.place)
            pending += [.endOfRule, .match(body, end: end)]
        }
    }

    private mutating func beginRule(_ index: Int, keys: ArraySlice<DTMFKey>) {
        let rule = parser.network.rules[index]
        let header = parser.network.headers[rule.header]
        rules.append(
            RuleMatch(
                rule: rule.name, keys: Array(keys), children: [], tagFormat: header.tagFormat,
                headerTags: header.tags))
    }

    private mutating func add(_ node: RuleMatch.Node) { rules[rules.count - 1].children.append(node) }

    /// Adds keys, to the keys before them if there is nothing between.
    private mutating func add(_ keys: ArraySlice<DTMFKey>) {
        guard !keys.isEmpty else { return }
        if case .keys(let before) = rules[rules.count - 1].children.last {
            rules[rules.count - 1].children[rules[rules.count - 1].children.count - 1] = .keys(before + keys)
        } else {
            add(.keys(Array(keys)))
        }
    }
}
