import Crypto
import CryptoExtras
import Foundation
import PluginKit
import PluginStore

/// A PIN as it is stored: scrypt (RFC 7914) with r = 8, p = 1, written as `scrypt$COST$SALT$KEY`.
struct PINHash: Sendable {
    /// N = 2^cost.
    let cost: Int
    let salt: Data
    private let key: SymmetricKey

    /// Hashes a PIN: takes time and memory on purpose (cost 14: 16 MiB).
    init(_ pin: String, salt: Data, cost: Int) throws {
        self.cost = cost
        self.salt = salt
        key = try KDF.Scrypt.deriveKey(
            from: Data(pin.utf8), salt: salt, outputByteCount: 32, rounds: 1 << cost, blockSize: 8, parallelism: 1)
    }

    /// Reads a stored hash; nil when it is none.
    init?(text: String) {
        let parts = text.split(separator: "$")
        guard parts.count == 4, parts[0] == "scrypt", let cost = Int(parts[1]), (1...20).contains(cost),
            let salt = Data(base64Encoded: String(parts[2])), let key = Data(base64Encoded: String(parts[3]))
        else { return nil }
        self.cost = cost
        self.salt = salt
        self.key = SymmetricKey(data: key)
    }

    var text: String { "scrypt$\(cost)$\(salt.base64EncodedString())$\(bytes.base64EncodedString())" }

    /// The derived key: as hard to guess a PIN from as the hash itself.
    var bytes: Data { key.withUnsafeBytes { Data($0) } }

    /// In constant time, as `SymmetricKey` compares.
    func matches(_ other: PINHash) -> Bool { key == other.key }

    /// A salt of the customer's own. It derives from the call in which it is made, as all that is random does.
    static func salt(for customer: String, _ context: PluginContext) -> Data {
        Derived.bytes("salt", customer, context)
    }
}
