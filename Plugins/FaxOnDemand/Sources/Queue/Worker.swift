import CallControl
import GRDB
import PluginKit
import PluginStore

/// Works on one fax after the other.
struct Worker: Sendable {
    enum Outcome: Sendable {
        case sent, retried, failed
        /// It is at the fax server, or somebody else's.
        case underWay
    }

    let call: MethodCall
    private let transport: any Transport
    private let interruption: Interruption?

    init(_ call: MethodCall, _ transport: any Transport, _ interruption: Interruption?) {
        self.call = call
        self.transport = transport
        self.interruption = interruption
    }

    /// Forgets what is over for long.
    func sweep() async throws {
        let moment = call.moment - call.settings.keptDays * 86_400_000
        try await call.store.write(call.context) { db in try FaxJob.sweep(db, before: moment) }
    }

    /// Does for one fax what is due; nil when nothing is.
    func workOne() async throws -> Outcome? {
        let now = call.moment
        guard let job = try await call.store.write(call.context, { db in try FaxJob.lease(db, at: now) }) else {
            return nil
        }
        do {
            try after(.leased)
            return try await attend(job)
        } catch is LeaseLost {
            return .underWay
        } catch let trouble as TransportTrouble {
            return try await postpone(job, trouble)
        } catch let failure as PluginFailure {
            try? await free(job)
            throw failure
        } catch is CancellationError {
            try? await free(job)
            throw CancellationError()
        }
    }

    private func attend(_ job: FaxJob) async throws -> Outcome {
        if let remote = job.remote { return try await takeBack(job, transport.progress(of: remote)) }
        if let tag = job.tag {
            switch try await transport.find(tag, of: job) {
            case .gone:
                try await write { db in try job.promise(db, tag: nil) }
                return try await attempt(current(job))
            case .handedOver(let remote): return try await record(job, remote)
            }
        }
        return try await attempt(job)
    }

    /// Steps 2 to 10.
    private func attempt(_ job: FaxJob) async throws -> Outcome {
        if call.moment >= job.ordered + call.settings.retries.giveUpHours * 3_600_000 {
            return try await fail(job, job.cause ?? .expired, job.trouble ?? "it was not sent in time")
        }
        if let end = call.settings.quietHours?.end(at: call.now, call.settings.zone) {
            try await write { db in try job.free(db, due: end * 1000) }
            return .underWay
        }
        try await write { db in try job.begin(db, at: call.moment) }
        let folder = WorkFolder(call.settings.paths, job)
        let outcome: Outcome
        do {
            try folder.make()
            let pages = try await PageMaking(call, folder).make(job, after: after)
            let handover = try await transport.prepare(job, pages, tag: job.newTag)
            try after(.ready)
            try await write { db in
                try job.count(db, pages: pages.count)
                try job.promise(db, tag: job.newTag)
            }
            try after(.promised)
            let remote = try await handover.handOver(after: after)
            do {
                outcome = try await record(job, remote)
            } catch is LeaseLost {
                // Whoever has it goes on without this.
                try? await transport.withdraw(job.newTag, of: job)
                throw LeaseLost()
            }
        } catch let trouble as DocumentTrouble {
            outcome = try await fail(job, .document, trouble.description)
        }
        folder.remove()
        try after(.cleaned)
        return outcome
    }

    /// Steps 8 and 9.
    private func record(_ job: FaxJob, _ remote: String?) async throws -> Outcome {
        guard let remote else {
            try await write { db in try job.send(db, at: call.moment, attempts: job.attempts + 1) }
            try after(.recorded)
            transport.clean(job)
            return .sent
        }
        try await write { db in try job.hand(db, over: remote) }
        try after(.recorded)
        try await transport.start(remote, of: job)
        try after(.started)
        return try await wait(job)
    }

    /// Until the fax server is asked after it.
    private func wait(_ job: FaxJob) async throws -> Outcome {
        try await write { db in try job.wait(db, askedAt: call.moment + Self.askingTime) }
        return .underWay
    }

    private func takeBack(_ job: FaxJob, _ progress: FaxProgress) async throws -> Outcome {
        switch progress {
        case .underWay: return try await wait(job)
        case .held:
            // Whoever recorded it has ended since.
            try await write { db in try job.unhand(db) }
            return try await attend(current(job))
        case .sent:
            try await write { db in try job.send(db, at: call.moment, attempts: job.attempts) }
            return .sent
        case .failed(let cause, let status):
            // What was never dialled counts as no attempt.
            let attempts = cause == .server ? max(0, job.attempts - 1) : job.attempts
            guard attempts < call.settings.retries.attempts else { return try await fail(job, cause, status) }
            return try await retry(job, cause, status, attempts: attempts)
        case .lost(let why):
            // It may have been sent, so it is not sent again.
            return try await fail(job, .server, why)
        }
    }

    private func retry(_ job: FaxJob, _ cause: Cause, _ trouble: String, attempts: Int) async throws -> Outcome {
        let settings = call.settings
        guard let pause = settings.retries.pause(after: cause) else { return try await fail(job, cause, trouble) }
        let due = call.moment + pause
        guard due < job.ordered + settings.retries.giveUpHours * 3_600_000 else {
            return try await fail(job, cause, trouble)
        }
        let quietEnd = settings.quietHours?.end(at: due / 1000, settings.zone).map { $0 * 1000 }
        try await write { db in
            try job.retry(db, cause, trouble, at: call.moment, due: quietEnd ?? due, attempts: attempts)
        }
        return .retried
    }

    /// The transport is away: what cannot have been handed over waits, and what may have been is asked after.
    private func postpone(_ job: FaxJob, _ trouble: TransportTrouble) async throws -> Outcome {
        do {
            let current = try await current(job)
            guard current.lease == job.lease else { return .underWay }
            if current.tag == nil, current.remote == nil {
                return try await retry(current, .server, trouble.description, attempts: current.attempts)
            }
            let pause = call.settings.retries.pause(after: .server) ?? 0
            try await write { db in try current.free(db, due: call.moment + pause) }
            return .retried
        } catch is LeaseLost {
            return .underWay
        }
    }

    private func fail(_ job: FaxJob, _ cause: Cause, _ trouble: String) async throws -> Outcome {
        try await write { db in try job.fail(db, cause, trouble, at: call.moment, attempts: job.attempts) }
        return .failed
    }

    /// In a task of its own, which a cancellation does not reach.
    private func free(_ job: FaxJob) async throws {
        try await Task {
            let current = try await current(job)
            guard current.lease == job.lease, current.leasedUntil > 0 else { return }
            try await write { db in try current.free(db, due: current.due) }
        }.value
    }

    /// As it is now.
    private func current(_ job: FaxJob) async throws -> FaxJob {
        try await call.store.read(call.context) { db in try FaxJob.find(db, job: job.job) } ?? job
    }

    private func write(_ work: @escaping @Sendable (Database) throws -> Void) async throws {
        try await call.store.write(call.context, work)
    }

    private func after(_ step: Step) throws {
        try interruption?(step)
        try Task.checkCancellation()
    }

    /// How long until the fax server is asked after a fax again.
    private static let askingTime = 15_000
}

extension FaxJob {
    /// The name of an attempt, another for every lease of every fax.
    fileprivate var newTag: String { "dialtone-\(job)-\(attempts + 1)-\(key)\(lease)" }
}
