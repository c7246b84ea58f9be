import CallControl

@testable import Grammars

/// Tries everything, in the order of the document, by continuations.
final class ReferenceMatcher {
    typealias Outline = [String]

    private static let patience = 50_000
    private let rules: [RuleExpansion]
    private var steps = 0

    init(rules: [RuleExpansion]) { self.rules = rules }

    /// The first derivation of all keys as an outline, if there is one; nil when that would take too long.
    func derivations(of keys: [DTMFKey]) -> [String]? {
        var found: [String] = []
        steps = 0
        match(rules[0], keys[...], [], depth: 0) { rest, outline in
            if rest.isEmpty { found.append("r0(\(Self.joined(outline)))") }
            return !found.isEmpty
        }
        return steps > Self.patience ? nil : found
    }

    /// Adjacent keys stand as one part.
    private static func joined(_ parts: Outline) -> String {
        var joined: Outline = []
        for part in parts {
            if let last = joined.last, isKeys(last), isKeys(part) {
                joined[joined.count - 1] = last + part
            } else {
                joined.append(part)
            }
        }
        return joined.joined(separator: " ")
    }

    private static func isKeys(_ part: String) -> Bool { part.allSatisfy { DTMFKey($0) != nil } }

    /// Gives each way to match a beginning of the keys to `next`, until that says it is enough.
    @discardableResult
    private func match(
        _ expansion: RuleExpansion, _ keys: ArraySlice<DTMFKey>, _ outline: Outline, depth: Int,
        _ next: (ArraySlice<DTMFKey>, Outline) -> Bool
    ) -> Bool {
        steps += 1
        // Enough: the answer does not count.
        if steps > Self.patience || depth > 1000 {
            steps = Self.patience + 1
            return true
        }
        switch expansion {
        case .null: return next(keys, outline)
        case .void: return false
        case .tag(let text): return next(keys, outline + ["{\(text)}"])
        case .key(let set):
            guard let first = keys.first, set.contains(first) else { return false }
            return next(keys.dropFirst(), outline + [String(first.character)])
        case .garbage: return match(.anyKeys, keys, outline, depth: depth, next)
        case .alternatives(let parts):
            return parts.contains { match($0, keys, outline, depth: depth + 1, next) }
        case .sequence(let parts):
            guard let first = parts.first else { return next(keys, outline) }
            return match(first, keys, outline, depth: depth + 1) { rest, outline in
                self.match(.sequence(Array(parts.dropFirst())), rest, outline, depth: depth + 1, next)
            }
        case .repetition(let part, let repetition):
            return matchRounds(of: part, repetition, done: 0, keys, outline, depth: depth, next)
        case .reference(let reference):
            guard case .local(let name) = reference.target, let index = Int(name.dropFirst()) else { return false }
            return match(rules[index], keys, [], depth: depth + 1) { rest, inner in
                next(rest, outline + ["\(name)(\(Self.joined(inner)))"])
            }
        }
    }

    private func matchRounds(
        of part: RuleExpansion, _ repetition: Repetition, done: Int, _ keys: ArraySlice<DTMFKey>, _ outline: Outline,
        depth: Int, _ next: (ArraySlice<DTMFKey>, Outline) -> Bool
    ) -> Bool {
        // Of rounds that take no key there is one at most, where one is needed.
        let isNullable = match(part, [], [], depth: depth + 1) { _, _ in true }
        let minimum = isNullable ? min(1, repetition.minimum) : repetition.minimum
        if repetition.maximum.map({ done < $0 }) ?? true {
            let isDone = match(part, keys, outline, depth: depth + 1) { rest, inner in
                guard rest.count < keys.count || done < minimum else { return false }
                return self.matchRounds(of: part, repetition, done: done + 1, rest, inner, depth: depth + 1, next)
            }
            if isDone { return true }
        }
        return done >= minimum ? next(keys, outline) : false
    }
}
