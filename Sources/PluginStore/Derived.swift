import Crypto
public import Foundation
public import PluginKit

/// Bytes that derive from the call's seed, so that a rerun has the same.
public enum Derived {
    /// 16 bytes that are another for each purpose, subject, seed and invocation.
    public static func bytes(_ purpose: String, _ subject: String, _ context: PluginContext) -> Data {
        let parts = [purpose, subject, String(context.seed), context.invocation]
        return Data(SHA256.hash(data: Data(parts.joined(separator: "\n").utf8)).prefix(16))
    }
}
