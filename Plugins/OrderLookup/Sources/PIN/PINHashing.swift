import Dispatch
import Foundation

/// Where PINs are hashed while calls are served: one at a time on a queue of its own, so that however many callers key
/// in a PIN, hashing holds up no lane and takes no more than one core.
enum PINHashing {
    private static let queue = DispatchQueue(label: "OrderLookup.pins", qos: .utility)

    static func hash(_ pin: String, salt: Data, cost: Int) async throws -> PINHash {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try PINHash(pin, salt: salt, cost: cost) })
            }
        }
    }
}
