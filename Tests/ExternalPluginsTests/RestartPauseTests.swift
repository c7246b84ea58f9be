import Testing

@testable import ExternalPlugins

@Suite("The pause before starting anew")
struct RestartPauseTests {
    @Test("an answer takes it back to its beginning")
    func reset() {
        let now = ContinuousClock.now
        var pause = RestartPause(.milliseconds(100)...Duration.seconds(5))
        var remaining: [Duration] = []
        for _ in 0..<8 {
            pause.begin(at: now)
            remaining.append(pause.remaining(at: now))
        }
        #expect(remaining.map { $0 / .milliseconds(1) } == [100, 200, 400, 800, 1600, 3200, 5000, 5000])
        pause.reset()
        pause.begin(at: now)
        #expect(pause.remaining(at: now) == .milliseconds(100))
        #expect(pause.remaining(at: now + .seconds(1)) < .zero)
    }
}
