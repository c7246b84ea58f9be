import Foundation
import Glibc
import PluginTesting
import Synchronization

/// A HylaFAX server of a test's own: hfaxd and faxq of Debian on a spool in a temporary folder and a free port of the
/// loopback interface. Its modems are only told of; what "dials" is a script that ends with the number's last digit:
/// 1 sends, 2 is busy, 3 does not answer.
final class HylaFAXOffice: Sendable {
    /// faxq gives up its privileges, so it wants to be started with some.
    static let isPossible =
        ["faxq", "hfaxd", "faxmodem"].allSatisfy { access("/usr/sbin/\($0)", X_OK) == 0 } && getuid() == 0

    let port: Int
    let spool: URL
    private let modems: Int
    private let processes: [Daemon]
    private let hasEnded = Mutex(false)
    private let folder: TestFolder

    /// - Parameter modems: how many there are.
    init(modems: Int) throws {
        folder = try TestFolder(["config": ""])
        let spool = folder.url.appendingPathComponent("spool")
        let port = try Self.freePort()
        (self.spool, self.port, self.modems) = (spool, port, modems)
        try Self.make(spool, modems: modems)
        let queue = try Daemon("/usr/sbin/faxq", ["-D", "-q", spool.path])
        do {
            try Self.wait { access(spool.appendingPathComponent("FIFO").path, F_OK) == 0 }
            let server = try Daemon("/usr/sbin/hfaxd", ["-d", "-q", spool.path, "-i", String(port), "-l", "127.0.0.1"])
            processes = [queue, server]
        } catch {
            queue.end()
            throw error
        }
        try Self.wait { Self.isListening(port) }
        try announceModems()
    }

    /// Tells faxq of modems that are ready, as their faxgetty does after each fax. Without, faxq leaves a job alone that
    /// comes just after another has gone.
    private func announceModems() throws {
        for number in 0..<modems {
            try Daemon("/usr/sbin/faxmodem", ["-q", spool.path, "ttyTest\(number)"]).wait()
        }
    }

    deinit { end() }

    /// Returns when both are gone.
    func end() {
        let wasEnded = hasEnded.withLock { hasEnded in
            defer { hasEnded = true }
            return hasEnded
        }
        if !wasEnded { for process in processes.reversed() { process.end() } }
    }

    /// Whether the processes still run.
    var isRunning: Bool { processes.contains { $0.isRunning } }

    /// The jobs that are in the queue or done, as the queue's files tell them: `KEY:VALUE` lines.
    func jobs() throws -> [[String: String]] {
        try ["sendq", "doneq"].flatMap { queue -> [[String: String]] in
            let folder = spool.appendingPathComponent(queue)
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasPrefix("q") }
                .map { name in
                    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
                    let lines = text.split(separator: "\n").map { $0.split(separator: ":", maxSplits: 1) }
                    return Dictionary(
                        lines.map { (String($0[0]), $0.count > 1 ? String($0[1]) : "") }, uniquingKeysWith: { $1 })
                }
        }
    }

    /// What was dialled, in this order.
    var dialled: [String] {
        get throws {
            let file = spool.appendingPathComponent("dialled")
            guard FileManager.default.fileExists(atPath: file.path) else { return [] }
            return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { String($0) }
        }
    }

    /// Returns when so many were dialled and are done, or could have been.
    func dialled(_ count: Int) async throws {
        for _ in 0..<100 where try dialled.count < count || jobs().contains(where: { $0["state"] == "6" }) {
            try await Task.sleep(for: .milliseconds(200))
            try announceModems()
        }
        try await Task.sleep(for: .milliseconds(200))
    }

    /// Removes what is done, as faxqclean does in time.
    func forget() throws {
        let folder = spool.appendingPathComponent("doneq")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
        }
    }

    private static func make(_ spool: URL, modems: Int) throws {
        let files = FileManager.default
        for folder in [
            "archive", "client", "config", "dev", "docq", "doneq", "etc", "info", "log", "pollq", "recvq", "sendq",
            "status", "tmp", "locks",
        ] {
            try files.createDirectory(at: spool.appendingPathComponent(folder), withIntermediateDirectories: true)
        }
        try files.copyItem(atPath: "/var/spool/hylafax/bin", toPath: spool.appendingPathComponent("bin").path)
        try files.copyItem(
            atPath: "/etc/hylafax/setup.cache", toPath: spool.appendingPathComponent("etc/setup.cache").path)
        func write(_ path: String, _ text: String, _ mode: Int) throws {
            let file = spool.appendingPathComponent(path)
            try text.write(to: file, atomically: false, encoding: .utf8)
            try files.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
        }
        try write("etc/hosts.hfaxd", "localhost:21::\n127.0.0.1\n", 0o600)
        try write("etc/hfaxd.conf", "ServerTracing: 0\n", 0o644)
        try write("etc/config", "UUCPLockDir: locks\nSendFaxCmd: bin/dial\nNotifyCmd: /bin/true\n", 0o644)
        try write("bin/dial", dialling, 0o755)
        for number in 0..<modems {
            try write("etc/config.ttyTest\(number)", "ModemType: Class1\n", 0o644)
            try write("dev/ttyTest\(number)", "", 0o666)
        }
        try Daemon("/bin/chown", ["-R", "uucp:uucp", spool.path]).wait()
    }

    /// What faxsend does for faxq: it dials, and writes into the job's file how that went (`returned` 2: done, 1: failed).
    private static let dialling = """
        #!/bin/sh
        for file; do :; done
        pages=$(sed -n 's/^totpages://p' "$file")
        sed -n 's/^number://p' "$file" >>dialled
        case $(sed -n 's/^number://p' "$file") in
        *1) returned=2 status= ;;
        *2) returned=1 pages=0 status='Busy signal detected' ;;
        *) returned=1 pages=0 status='No answer from remote' ;;
        esac
        sed -i -e "s/^npages:.*/npages:$pages/" -e "s/^status:.*/status:$status/" -e "s/^returned:.*/returned:$returned/" \\
            -e 's/^totdials:.*/totdials:1/' -e 's/^ndials:.*/ndials:1/' "$file"
        """

    private static func wait(until isThere: () -> Bool) throws {
        for _ in 0..<500 {
            if isThere() { return }
            usleep(10_000)
        }
        throw CocoaError(.fileReadNoSuchFile)
    }

    private static func freePort() throws -> Int {
        try socket { descriptor, address, length in
            guard bind(descriptor, address, length) == 0 else { throw CocoaError(.fileWriteUnknown) }
            var bound = sockaddr_in()
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            withUnsafeMutableBytes(of: &bound) { bytes in
                _ = getsockname(descriptor, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, &size)
            }
            return Int(UInt16(bigEndian: bound.sin_port))
        }
    }

    private static func isListening(_ port: Int) -> Bool {
        (try? socket(port: port) { connect($0, $1, $2) == 0 }) ?? false
    }

    private static func socket<T>(
        port: Int = 0, _ work: (Int32, UnsafePointer<sockaddr>?, socklen_t) throws -> T
    ) throws -> T {
        let descriptor = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return try withUnsafeBytes(of: &address) { bytes in
            try work(
                descriptor, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress,
                socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
}
