import CallControl
import Dispatch
import Foundation
import PluginStore

/// Hands faxes to HylaFAX: one job there for each attempt, found again by its tag.
///
/// A job is submitted to be held, and let go when it is recorded. So a job that nobody recorded was never dialled, even
/// if whoever comes to look for it comes long after HylaFAX forgets what is done.
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
        guard let found = try await jobs().first(where: { $0.tag == tag }) else { return .gone }
        guard found.isHeld else { return .handedOver(found.id) }
        try await session { try $0.remove(found.id) }
        return .gone
    }

    func start(_ remote: String, of job: FaxJob) async throws {
        guard let found = try await jobs().first(where: { $0.id == remote }), found.isHeld else { return }
        let parameters = [
            ("JOBINFO", quoted(found.tag)), ("SENDTIME", "NOW"), ("LASTTIME", lastTime(job)),
        ]
        try await session { try $0.change(found.id, parameters) }
    }

    func withdraw(_ tag: String, of job: FaxJob) async throws { _ = try await find(tag, of: job) }

    func progress(of remote: String) async throws -> FaxProgress {
        try await jobs().first { $0.id == remote }?.progress ?? .lost("HylaFAX does not know the job any more")
    }

    func clean(_ job: FaxJob) {}

    /// A job may go from one queue to the other while they are listed, so it is looked for in this order.
    private func jobs() async throws -> [HylaFAXJob] {
        try await session { session in
            let waiting = try session.jobs(in: "sendq")
            return try session.jobs(in: "doneq") + waiting
        }
    }

    private func session<T: Sendable>(_ work: @escaping @Sendable (HylaFAXSession) throws -> T) async throws -> T {
        try await blocking {
            let session = try HylaFAXSession(server)
            defer { session.quit() }
            return try work(session)
        }
    }

    private func parameters(_ job: FaxJob, _ tag: String) -> [(name: String, value: String)] {
        let station = call.settings.senderNumber.map { number in number.filter { $0 == "+" || $0 == " " || $0.isNumber }
        }
        return [
            ("FROMUSER", quoted(server.user)), ("JOBINFO", quoted(tag + HylaFAXJob.held)),
            ("DIALSTRING", quoted(job.number)), ("EXTERNAL", quoted(job.number)), ("MAXDIALS", "1"),
            ("MAXTRIES", "1"), ("NOTIFYADDR", quoted(server.user)), ("NOTIFY", "NONE"),
            ("VRES", String(job.resolution.linesPerInch)), ("PAGEWIDTH", "209"), ("PAGELENGTH", "296"),
            ("PAGECHOP", "NONE"),
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

/// Does what waits on a thread that may.
func blocking<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global(qos: .utility).async { continuation.resume(with: Result { try work() }) }
    }
}
