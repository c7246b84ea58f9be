import CallControl
import CallHosting
import Foundation
import LoopbackServer
import Synchronization
import Testing

/// A thousand calls against servers that do everything wrong, while other calls go on.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["DIALTONE_SOAK"] != nil))
struct ServerStormTests {
    private static let misbehaviours: [LoopbackServer.Reply] = [
        .silence, .after(.seconds(30), .text("late")), .reset, .raw("garbage\r\n\r\n"), .raw(""),
        .redirect(to: "/again"), .endless, .raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort"),
        .text("<vxml"), .text("", status: 503),
    ]

    @Test("every call ends by its fetchtimeout, and calls of other flows feel nothing")
    func storm() async throws {
        var servers: [LoopbackServer] = []
        for reply in Self.misbehaviours { servers.append(try await LoopbackServer { _ in reply }) }
        let dead = try await LoopbackServer.deadURI()
        let good = try await LoopbackServer { _ in .text("<form><block>Fine.</block></form>".vxml) }
        let files = try FlowFolder(["fine.vxml": "<form><block>Fine.</block></form>".vxml])
        for (number, server) in servers.enumerated() {
            try files.write("bad\(number).vxml", Self.flow(to: server.uri("/x")))
        }
        try files.write("bad\(servers.count).vxml", Self.flow(to: dead))
        let bad = servers.count + 1

        let ends = Kept<(call: String, at: ContinuousClock.Instant, end: End)>()
        let host = CallHost(.test(.real)) { outputs in
            for case .command(call: let call, .end(let end)) in outputs { ends.append([(call, .now, end)]) }
        }
        let started = ContinuousClock.now
        for number in 0..<1000 {
            await host.post(Arrival("bad\(number)", .call(.test(files.uri("bad\(number % bad).vxml")))))
        }
        var slowest = Duration.zero
        for number in 0..<200 {
            let begun = ContinuousClock.now
            let uri = number.isMultiple(of: 2) ? files.uri("fine.vxml") : good.uri("/\(number)")
            await host.post(Arrival("fine\(number)", .call(.test(uri))))
            let ended = await ends.wait { $0.call == "fine\(number)" }
            #expect(ended?.end.how == .exit)
            if let ended { slowest = max(slowest, ended.at - begun) }
            try await Task.sleep(for: .milliseconds(10))
        }
        while ends.all.count < 1200, ContinuousClock.now - started < .seconds(120) {
            try await Task.sleep(for: .milliseconds(50))
        }
        let all = ends.all
        #expect(all.count == 1200)
        #expect(all.allSatisfy { $0.call.hasPrefix("fine") || $0.end.event?.hasPrefix("error.badfetch") == true })
        let last = all.map { $0.at - started }.max() ?? .zero
        print("1000 calls on bad servers, all ended after \(last); of 200 others the slowest took \(slowest)")
        // Whoever had to wait for a bad server would wait until that gives up.
        #expect(slowest < Self.patience)
        _ = await host.hangUpAll()
        for server in servers + [good] { await server.stop() }
    }

    private static let patience = Duration.seconds(10)

    private static func flow(to uri: String) -> String {
        "<form><block><goto next='\(uri)' fetchtimeout='\(patience.components.seconds)s'/></block></form>".vxml
    }

    @Test("servers that give every call documents of its own do not fill the memory")
    func memory() async throws {
        let served = Mutex(0)
        let server = try await LoopbackServer { _ in
            let number = served.withLock { served in
                served += 1
                return served
            }
            let text = String(repeating: "Document \(number). ", count: 1 << 13)
            return .text("<form><block>\(text)</block></form>".vxml)
        }
        var options = HostOptions.test()
        options.lanes = 1
        let host = CallHost(options)
        var sizes: [Int] = []
        for round in 0..<6 {
            for number in 0..<300 {
                let call = VirtualCall(host, id: "\(round)-\(number)")
                #expect(await call.send(.call(.test(server.uri("/\(round)/\(number)")))).commands.end != nil)
            }
            sizes.append(Self.residentMegabytes)
        }
        print("resident after each 300 documents of 110 kB: \(sizes) MB")
        // The first 900 are more than what is kept. The others, if their texts were kept, would be 100 MB more.
        #expect(sizes[5] - sizes[2] < 60)
        await server.stop()
    }

    private static var residentMegabytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return (line?.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1024
    }

    @Test("entering a document that is cached costs little more than one of a file")
    func entering() async throws {
        let page = "<form><block><goto next='next.vxml'/></block></form>".vxml
        let next = "<form><block><exit/></block></form>".vxml
        let server = try await LoopbackServer { request in
            .text(request.target == "/main.vxml" ? page : next, [("Cache-Control", "max-age=600")])
        }
        let files = try FlowFolder(["main.vxml": page, "next.vxml": next])
        let host = CallHost(.test())
        var times: [Duration] = []
        for uri in [files.uri(), server.uri("/main.vxml")] {
            var begun = ContinuousClock.now
            for number in 0..<400 {
                if number == 200 { begun = .now }
                _ = await VirtualCall(host, id: "\(number)").send(.call(.test(uri)))
            }
            times.append((ContinuousClock.now - begun) / 200)
        }
        print("a call of two documents: \(times[0]) by file, \(times[1]) by http from the cache")
        #expect(server.requests.count == 2)
        await server.stop()
    }
}
