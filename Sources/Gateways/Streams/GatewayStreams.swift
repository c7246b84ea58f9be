/// The file descriptors that a gateway reads and writes; they are not closed.
public struct GatewayStreams: Hashable, Sendable {
    public var input: Int32
    public var output: Int32
    public var errors: Int32

    public init(input: Int32 = 0, output: Int32 = 1, errors: Int32 = 2) {
        self.input = input
        self.output = output
        self.errors = errors
    }
}
