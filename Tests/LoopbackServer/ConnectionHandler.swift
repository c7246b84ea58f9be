import NIOCore
import NIOPosix

/// One connection: takes requests apart as far as tests need it, and replies.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let reply: (LoopbackServer.Request) -> LoopbackServer.Reply
    private var received = ByteBuffer()

    init(_ reply: @escaping (LoopbackServer.Request) -> LoopbackServer.Reply) { self.reply = reply }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received.writeImmutableBuffer(unwrapInboundIn(data))
        // What begins a TLS connection, to a server without TLS.
        if received.readableBytesView.first == 0x16 {
            return perform(.raw("HTTP/1.1 400 Bad Request\r\n\r\n"), isHead: false, context)
        }
        while let request = takeRequest() { perform(reply(request), isHead: request.method == "HEAD", context) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func takeRequest() -> LoopbackServer.Request? {
        let bytes = Array(received.readableBytesView)
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let start = lines.first?.split(separator: " ").map(String.init) ?? []
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        guard bytes.count >= end.upperBound + length, start.count == 3 else { return nil }
        received.moveReaderIndex(forwardBy: end.upperBound + length)
        return .init(
            method: start[0], target: start[1], headers: headers,
            body: Array(bytes[end.upperBound..<end.upperBound + length]))
    }

    private func perform(_ reply: LoopbackServer.Reply, isHead: Bool, _ context: ChannelHandlerContext) {
        switch reply {
        case .response(let status, let headers, let body):
            var text = "HTTP/1.1 \(status) Whatever\r\nContent-Length: \(body.count)\r\n"
            for (name, value) in headers { text += "\(name): \(value)\r\n" }
            write(Array((text + "\r\n").utf8) + (isHead ? [] : body), context)
        case .raw(let text):
            write(Array(text.utf8), context)
            context.close(promise: nil)
        case .silence: break
        case .reset:
            // No lingering: closing sends a reset.
            let option = ChannelOptions.Types.SocketOption(level: .socket, name: .so_linger)
            try? context.channel.syncOptions?.setOption(option, value: 0)
            context.close(promise: nil)
        case .endless:
            write(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8), context)
            goOn(context)
        case .after(let duration, let reply):
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            let (seconds, attoseconds) = duration.components
            context.eventLoop.scheduleTask(in: .seconds(seconds) + .nanoseconds(attoseconds / 1_000_000_000)) {
                bound.value.0.perform(reply, isHead: isHead, bound.value.1)
            }
        }
    }

    private func goOn(_ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        let chunk = "100000\r\n" + String(repeating: "x", count: 0x100000) + "\r\n"
        write(Array(chunk.utf8), context)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: .milliseconds(10)) { bound.value.0.goOn(bound.value.1) }
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }
}
