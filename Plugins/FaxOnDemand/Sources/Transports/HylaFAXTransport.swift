import CallControl
import Dispatch
import Foundation
import PluginStore

/// Hands faxes to HylaFAX: one job there for each attempt, found again by its tag.
struct HylaFAXTransport: Transport {
    let server: HylaFAXServer
    let call: MethodCall

    func prepare(_ job: FaxJob, _ pages: FaxPages, tag: String) async throws -> any Handover {
        guard let document = FileManager.default.contents(atPath: pages.path) else {
            throw TransportTrouble("the spool cannot be read")
        }
        // A server that is away is noticed before anything is promised.
        return try await blocking {
            HylaFAXHandover(
                session: try HylaFAXSession(server), document: document, parameters: parameters(job, tag))
        }
    }

    func find(_ tag: String, of job: FaxJob) async throws -> Found {
        let found = try await jobs().first { $0.tag == tag }
        return found.map { .handedOver($0.id) } ?? .gone
    }

    func progress(of remote: String) async throws -> FaxProgress {
        try await jobs().first { $0.id == remote }?.progress ?? .lost("HylaFAX does not know the job any more")
    }

    func clean(_ job: FaxJob) {}

    /// A job may go from one queue to the other while they are listed, so it is looked for in this order.
    private func jobs() async throws -> [HylaFAXJob] {
        try await blocking {
            let session = try HylaFAXSession(server)
            defer { session.quit() }
            let waiting = try session.jobs(in: "sendq")
            return try session.jobs(in: "doneq") + waiting
        }
    }

    private func parameters(_ job: FaxJob, _ tag: String) -> [(name: String, value: String)] {
        let station = call.settings.senderNumber.map { number in number.filter { $0 == "+" || $0 == " " || $0.isNumber }
        }
        return [
            ("FROMUSER", quoted(server.user)), ("JOBINFO", quoted(tag)), ("DIALSTRING", quoted(job.number)),
            ("EXTERNAL", quoted(job.number)), ("LASTTIME", lastTime(job)), ("MAXDIALS", "1"), ("MAXTRIES", "1"),
            ("NOTIFYADDR", quoted(server.user)), ("NOTIFY", "NONE"), ("VRES", String(job.resolution.linesPerInch)),
            ("PAGEWIDTH", "209"), ("PAGELENGTH", "296"), ("PAGECHOP", "NONE"),
        ] + (station.map { [("TSI", quoted($0))] } ?? [])
    }

    private func quoted(_ text: String) -> String { "\"\(text)\"" }

    /// How long HylaFAX may wait for a modem, as DDHHMM: not beyond the time at which it is given up, nor into quiet
    /// hours.
    private func lastTime(_ job: FaxJob) -> String {
        let settings = call.settings
        let givenUp = job.ordered / 1000 + settings.retries.giveUpHours * 3600
        let quiet = settings.quietHours?.begin(after: call.now, settings.zone) ?? .max
        let minutes = max((min(givenUp, quiet) - call.now) / 60, 1)
        return [minutes / 1440, minutes / 60 % 24, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    }
}

/// A session that is open for a fax.
private struct HylaFAXHandover: Handover {
    let session: HylaFAXSession
    let document: Data
    let parameters: [(name: String, value: String)]

    func handOver(after: (Step) throws -> Void) async throws -> String? {
        let (session, document, parameters) = (session, document, parameters)
        let name = try await blocking { try session.store(document) }
        try after(.sending)
        let id = try await blocking { try session.submit(parameters + [("DOCUMENT", name)]) }
        try after(.handedOver)
        try await blocking { session.quit() }
        return id
    }
}

/// Does what waits on a thread that may.
private func blocking<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global(qos: .utility).async { continuation.resume(with: Result { try work() }) }
    }
}
