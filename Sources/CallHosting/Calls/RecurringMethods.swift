import CallControl
import Logging
import PluginKit
import PluginManifests
import Synchronization

/// Calls the methods whose manifest says `every`, at once and then so long after each answer, until it is ended. Each has
/// a task of its own, so that none waits for another and none overtakes itself.
final class RecurringMethods: Sendable {
    private let tasks: Mutex<[Task<Void, Never>]>

    /// - Parameter run: begins the id of every invocation.
    init(of plugins: PluginSet, run: String, logger: Logger) {
        let complaints = SharedComplaints(logger: logger)
        let tasks = plugins.catalog.manifests.values.flatMap { manifest in
            manifest.methods.compactMap { method -> Task<Void, Never>? in
                guard let every = method.every, let plugin = plugins[manifest.name] else { return nil }
                let recurring = RecurringMethod(plugin: plugin, method: method, every: every, run: run)
                return Task { await recurring.repeatUntilCancelled(complaints) }
            }
        }
        self.tasks = Mutex(tasks)
    }

    deinit { cancel() }

    /// Ends them; returns when none is at work any more.
    func end() async {
        for task in cancel() { await task.value }
    }

    @discardableResult
    private func cancel() -> [Task<Void, Never>] {
        let ended = tasks.withLock { tasks in
            defer { tasks = [] }
            return tasks
        }
        for task in ended { task.cancel() }
        return ended
    }
}

/// One of them.
private struct RecurringMethod: Sendable {
    let plugin: any Plugin
    let method: PluginManifest.Method
    let every: CallDuration
    let run: String

    func repeatUntilCancelled(_ complaints: SharedComplaints) async {
        var number = 0
        while !Task.isCancelled {
            number += 1
            let context = context(number)
            complaints.note(
                plugin.manifest.name, method.name, await PluginRunner.run(plugin, method.name, [:], context))
            try? await Task.sleep(for: .milliseconds(every.milliseconds))
        }
    }

    private func context(_ number: Int) -> PluginContext {
        let now = WallClockTime.now
        var deadline = now
        deadline.epochMilliseconds += (method.timeLimit ?? PluginManifest.defaultTimeLimit).milliseconds
        return PluginContext(
            call: "every/\(method.name)", from: "", to: "", now: now, seed: .random(in: 0...UInt64.max),
            locale: "en-US", deadline: deadline,
            invocation: [run, "every", plugin.manifest.name, method.name, String(number)].joined(separator: "/"))
    }
}

/// What the tasks have to complain of.
private final class SharedComplaints: Sendable {
    private let complaints: Mutex<PluginComplaints>

    init(logger: Logger) { complaints = Mutex(PluginComplaints(logger: logger)) }

    func note(_ plugin: String, _ method: String, _ answer: PluginAnswer) {
        complaints.withLock { $0.note(plugin, method, answer) }
    }
}
