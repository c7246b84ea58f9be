import Foundation
public import PluginKit

/// A number that callers are told and key in again: seven digits that cannot be guessed, and one that shows a wrong
/// digit or two digits in the wrong order (Damm's).
public struct CheckedNumber: Hashable, Sendable {
    public let digits: String

    /// nil when it was not keyed in as it was told.
    public init?(_ digits: String) {
        let values = digits.utf8.map { Int($0) - 0x30 }
        guard values.count == 8, values.allSatisfy({ (0...9).contains($0) }), Self.check(values) == 0 else {
            return nil
        }
        self.digits = digits
    }

    /// One that is not taken. It derives from the call, as all that is random does.
    /// - Parameter subject: what it is the number of: for two subjects of one call there are two numbers.
    /// - Returns: nil when none is found in a thousand attempts.
    public static func new(
        for subject: String, _ context: PluginContext, isTaken: (CheckedNumber) throws -> Bool
    ) rethrows -> CheckedNumber? {
        for attempt in 0..<1000 {
            let random = Derived.bytes("number", "\(subject) \(attempt)", context)
                .prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            // The first digit is no zero: to some the number is a quantity.
            let number = CheckedNumber(derivedFrom: 1_000_000 + Int(random % 9_000_000))
            if try !isTaken(number) { return number }
        }
        return nil
    }

    private init(derivedFrom number: Int) {
        let digits = String(number)
        self.digits = digits + String(Self.check(digits.utf8.map { Int($0) - 0x30 }))
    }

    /// The check digit; of digits that end in their check digit it is 0.
    private static func check(_ digits: [Int]) -> Int { digits.reduce(0) { quasigroup[$0][$1] } }

    /// Totally anti-symmetric, of order 10 (H. M. Damm, 2004).
    private static let quasigroup = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3], [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6], [6, 1, 2, 3, 0, 4, 5, 9, 7, 8], [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7], [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ]
}
