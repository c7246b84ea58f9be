import CallControl

/// `date`: yyyymmdd. A month has as many days as it can have, February 29 in any year.
struct DateBuiltin: BuiltinType {
    static let name = "date"

    init(_ parameters: inout BuiltinParameters) {}

    var expansion: RuleExpansion {
        let year = RuleExpansion.repetition(.key(.digits), .exactly(4))
        return .sequence([
            year,
            .alternatives([
                .sequence([Self.numbers(1...12), Self.numbers(1...28)]),
                .sequence([Self.numbers(1...12), .key("2"), .key("9")]),
                .sequence([Self.numbers([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), .key("3"), .key("0")]),
                .sequence([Self.numbers([1, 3, 5, 7, 8, 10, 12]), .key("3"), .key("1")]),
            ]),
        ])
    }

    func interpretation(of keys: [DTMFKey]) -> BuiltinInterpretation { .string(keys.text) }

    private static func numbers(_ range: ClosedRange<Int>) -> RuleExpansion { numbers(Array(range)) }

    private static func numbers(_ numbers: [Int]) -> RuleExpansion {
        .alternatives(numbers.map(RuleExpansion.twoDigits))
    }
}

extension RuleExpansion {
    /// A number below 100 as two digits.
    static func twoDigits(_ number: Int) -> RuleExpansion {
        .sequence([number / 10, number % 10].map { .key(KeySet(rawValue: 1 << UInt16($0))) })
    }
}
