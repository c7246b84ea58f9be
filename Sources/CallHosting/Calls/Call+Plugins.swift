import CallControl
import FormInterpreter
import PluginKit
import PluginManifests

extension Call {
    /// Takes up the invocation that has waited longest.
    func nextInvocation() -> PluginInvocation? {
        guard !state.invocations.isEmpty, case .linked(let plugins) = options.plugins else { return nil }
        let invoke = state.invocations.removeFirst()
        return PluginInvocation(
            invoke: invoke, plugin: plugins[invoke.plugin], context: context(of: invoke, plugins), call: asking())
    }

    /// Those that the call asks, from its first invocation on.
    private func asking() -> CallPlugins {
        let asked = plugins ?? CallPlugins()
        plugins = asked
        return asked
    }

    /// Tells the plugins that the call has ended, once.
    func takeFarewell() -> Farewell? {
        guard let asked = plugins else { return nil }
        plugins = nil
        return Farewell(plugins: asked, context: context("end", limit: Farewell.timeLimit))
    }

    /// Starts all invocations that wait; their answers come to the lane. The session's own timer watches their time, and
    /// cancels what takes too long.
    func startInvocations() {
        while let invocation = nextInvocation() {
            let (call, serial, answered) = (id, serial, lane.answered)
            tasks[invocation.invoke.invocation] = Task {
                let answer = await invocation.runUnlimited()
                answered(
                    PluginReply(
                        call: call, serial: serial, invocation: invocation.invoke.invocation, answer: answer))
            }
        }
    }

    /// Gives the session a plugin's answer, if it is still awaited.
    func answer(_ invocation: InvocationID, _ answer: PluginAnswer, at instant: CallInstant) {
        takeTask(of: invocation)
        if let invoke = state.pluginCalls.open(invocation) {
            lane.complaints.note(invoke.plugin, invoke.method, answer)
        }
        do {
            try accept(.returned(invocation, answer), at: instant)
        } catch {
            // The answer crossed with the end of its time limit or with the hang-up.
        }
    }

    /// The task of an invocation that is on no more. A table of none takes no room while the call goes on.
    @discardableResult
    func takeTask(of invocation: InvocationID) -> Task<Void, Never>? {
        defer { if tasks.isEmpty { tasks = [:] } }
        return tasks.removeValue(forKey: invocation)
    }

    /// Refuses an answer of the gateway that does not keep the plugin's manifest; another one is awaited then. Those of
    /// linked plugins have been looked through already.
    func admitAnswer(_ event: CallEvent) throws(ProtocolViolation) {
        guard options.plugins.areScripted, case .returned(let invocation, .result(let result)) = event,
            let invoke = state.pluginCalls.open(invocation),
            let method = lane.world.plugins[invoke.plugin]?.method(invoke.method)
        else { return }
        let problems = method.problems(ofResult: result)
        guard problems.isEmpty else {
            throw ProtocolViolation(
                .badAnswer,
                "\(invoke.plugin).\(invoke.method) cannot answer so: \(problems.joined(separator: "; "))")
        }
    }

    private func context(of invoke: Invoke, _ plugins: PluginSet) -> PluginContext {
        let limit = plugins[invoke.plugin]?.manifest.method(invoke.method)?.timeLimit
        let number = invoke.invocation.rawValue
        var context = context(String(number), limit: limit ?? PluginManifest.defaultTimeLimit)
        context.seed &+= UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
        return context
    }

    /// - Parameter invocation: the last part of the invocation id.
    private func context(_ invocation: String, limit: CallDuration) -> PluginContext {
        var now = start.start
        now.epochMilliseconds += state.now.milliseconds + stoodStill.milliseconds
        var deadline = now
        deadline.epochMilliseconds += limit.milliseconds
        return PluginContext(
            call: id, from: start.from, to: start.to, now: now, seed: start.seed, locale: state.locale ?? "en-US",
            deadline: deadline,
            invocation: (session + [invocation]).joined(separator: "/"))
    }

    /// What tells this call from every other.
    private var session: [String] {
        let parts = [options.run, id, String(start.start.epochMilliseconds), String(start.seed)]
        return namesakes == 0 ? parts : parts + [String(namesakes)]
    }
}

/// One call of a plugin's method, ready to run off the lane.
struct PluginInvocation: Sendable {
    let invoke: Invoke
    let plugin: (any Plugin)?
    let context: PluginContext
    let call: CallPlugins

    /// Answers in time, in real time.
    func run() async -> PluginAnswer {
        guard let plugin else { return missing }
        return await call.run(plugin, invoke.method, invoke.params, context)
    }

    /// Answers when the plugin does, which may be never.
    func runUnlimited() async -> PluginAnswer {
        guard let plugin else { return missing }
        return await call.runUnlimited(plugin, invoke.method, invoke.params, context)
    }

    private var missing: PluginAnswer {
        .failure(what: PluginFailure.internal, message: "there is no plugin '\(invoke.plugin)'")
    }
}
