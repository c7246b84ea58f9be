import Foundation

/// A session with hfaxd, in its client-server protocol, a relative of FTP (RFC 959). Its calls wait, so they are made on
/// a thread that may. A session that ends takes along a job that it has not submitted.
final class HylaFAXSession: Sendable {
    private let socket: StreamSocket
    private let server: HylaFAXServer

    /// Connects and logs in.
    /// - Throws: `TransportTrouble`, as all of this.
    init(_ server: HylaFAXServer) throws {
        self.server = server
        socket = try StreamSocket(host: server.host, port: server.port)
        guard try reply().hasPrefix("2") else { throw TransportTrouble("HylaFAX takes no sessions now") }
        var reply = try command("USER \(server.user)", accepts: "23")
        if reply.hasPrefix("3") {
            guard let password = server.password else {
                throw TransportTrouble("HylaFAX wants a password for '\(server.user)'")
            }
            reply = try command("PASS \(password)", accepts: "2", shown: "PASS")
        }
        try command("TYPE I")
    }

    /// Stores a document for jobs of this session.
    /// - Returns: its name there.
    func store(_ document: Data) throws -> String {
        let opened = try transfer("STOT") { try $0.send(document) }
        guard let name = opened.split(separator: " ").drop(while: { $0 != "FILE:" }).dropFirst().first else {
            throw TransportTrouble("HylaFAX does not say where it has put a document: \(opened)")
        }
        return name.trimmingCharacters(in: CharacterSet(charactersIn: ".)"))
    }

    /// Makes a job of a document and submits it: it is in the queue then as a whole, or not at all.
    /// - Parameter parameters: names and values as JPARM has them.
    /// - Returns: the job's id.
    func submit(_ parameters: [(name: String, value: String)]) throws -> String {
        let made = try command("JNEW")
        guard let id = made.split(separator: " ").drop(while: { $0 != "jobid:" }).dropFirst().first else {
            throw TransportTrouble("HylaFAX does not say which job it has made: \(made)")
        }
        for (name, value) in parameters { try command("JPARM \(name) \(value)") }
        try command("JSUBM")
        return String(id)
    }

    /// Changes a job that is in the queue.
    func change(_ id: String, _ parameters: [(name: String, value: String)]) throws {
        try suspend(id) { for (name, value) in parameters { try command("JPARM \(name) \(value)") } }
        try command("JSUBM")
    }

    /// Removes a job that is in the queue.
    func remove(_ id: String) throws { try suspend(id) { try command("JDELE") } }

    /// Suspends a job for some work. hfaxd tells by the time of the job's file, in seconds, that it is suspended, so it
    /// refuses to work on a job that was submitted in this very second.
    private func suspend(_ id: String, for work: () throws -> Void) throws {
        try command("JOB \(id)")
        for attempt in 1... {
            try command("JSUSP")
            do {
                return try work()
            } catch let trouble as TransportTrouble {
                if attempt == 100 { throw trouble }
                Thread.sleep(forTimeInterval: 0.05)
            }
        }
    }

    /// When a document was stored, by the server's clock: CCYYMMDDhhmmss.
    func time(of document: String) throws -> String { String(try command("MDTM \(document)").dropFirst(4)) }

    /// The jobs of a queue, `sendq` or `doneq`.
    func jobs(in queue: String) throws -> [HylaFAXJob] {
        try command("JOBFMT \"\(HylaFAXJob.format)\"")
        var listing = Data()
        try transfer("LIST \(queue)") { listing = try $0.receiveAll() }
        return String(decoding: listing, as: UTF8.self).split(whereSeparator: \.isNewline)
            .compactMap { HylaFAXJob($0) }
    }

    func quit() { _ = try? command("QUIT") }

    /// A command that moves data over a connection of its own (RFC 2428).
    /// - Returns: what the server said when it began.
    @discardableResult
    private func transfer(_ line: String, _ move: (StreamSocket) throws -> Void) throws -> String {
        let passive = try command("EPSV")
        let port = passive.split(separator: "|", omittingEmptySubsequences: false).dropLast().last.flatMap {
            UInt16($0)
        }
        guard let port else { throw TransportTrouble("HylaFAX offers no connection for data: \(passive)") }
        let data = try StreamSocket(host: server.host, port: String(port))
        let begun = try command(line, accepts: "1")
        try move(data)
        data.close()
        let done = try reply()
        guard done.hasPrefix("2") else { throw TransportTrouble("HylaFAX: \(done)") }
        return begun
    }

    /// - Returns: the last line of the answer.
    @discardableResult
    private func command(_ line: String, accepts: String = "2", shown: String? = nil) throws -> String {
        try socket.send(Data((line + "\r\n").utf8))
        let reply = try reply()
        guard let first = reply.first, accepts.contains(first) else {
            throw TransportTrouble("HylaFAX refuses '\(shown ?? line)': \(reply)")
        }
        return reply
    }

    /// The last line of an answer, which has a space after its code.
    private func reply() throws -> String {
        for _ in 0..<1000 {
            let line = try socket.line()
            if line.utf8.count >= 4, line.prefix(3).allSatisfy({ $0.isASCII && $0.isNumber }),
                line.dropFirst(3).hasPrefix(" ")
            {
                return line
            }
        }
        throw TransportTrouble("HylaFAX does not end its answer")
    }
}
