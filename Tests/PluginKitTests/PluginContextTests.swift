import CallControl
import PluginKit
import Testing

@Suite("The context of an invocation")
struct PluginContextTests {
    @Test(
        "a call is told from every other by its invocations' ids",
        arguments: [("run/1/0/0/5", "run/1/0/0"), ("1/2", "1"), ("5", "5")])
    func session(invocation: String, session: String) {
        let context = PluginContext(
            call: "1", from: "", to: "", now: .virtualEpoch, seed: 0, locale: "", deadline: .virtualEpoch,
            invocation: invocation)
        #expect(context.session == session)
    }
}
