/// Whether there is room for more of what calls on the real clock have to say. While there is none they stand still:
/// what happens to them waits, and their time does not pass.
public struct OutputRoom: Sendable {
    let isThere: @Sendable () -> Bool
    let wait: @Sendable () async -> Bool

    /// - Parameters:
    ///   - isThere: asked whenever a call has said something.
    ///   - wait: comes back when there is room again, or when that is no longer waited for because everything ends:
    ///     false then.
    public init(isThere: @escaping @Sendable () -> Bool, wait: @escaping @Sendable () async -> Bool) {
        self.isThere = isThere
        self.wait = wait
    }

    /// As much as there is memory.
    public static let unlimited = OutputRoom(isThere: { true }, wait: { true })
}
