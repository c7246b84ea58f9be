import CallControl
import Foundation
import PluginTesting
import Testing

@Suite("Whisper and screen")
struct ScreenTests {
    private static let told: JSONValue = [
        "callType": "service", "path": "support, known faults", "entered": ["fault": "201", "pages": 3, "more": [1]],
        "secret": ["pin": "4711", "card": "4929123412347788", "none": ""], "maxtime": 60,
    ]

    @Test("the screen shows who calls, the way through the menu, and what was entered, masked where it is secret")
    func screen() async throws {
        let centre = try TestCentre()
        let answer = try await centre.call(from: "tel:+493023125001").begin(Self.told)
        let screen: JSONValue = [
            "caller": "+493023125001", "name": "Ms Bergmann", "segment": "gold", "line": "help", "callType": "service",
            "priority": 7, "language": "en-US", "path": "support, known faults",
            "entered": ["fault": "201", "pages": 3, "more": [1]],
            "secret": ["pin": "****", "card": "****88", "none": "****"], "waitedSeconds": 0, "tries": 1,
        ]
        #expect(answer["screen"] == screen)
        #expect(try JSONValue(parsing: answer.text("aai")) == screen)
    }

    @Test("the whisper is in the language of who is rung, without secrets")
    func whisper() async throws {
        let call = try TestCentre().call(from: "tel:+493023125001")
        let english = try await call.begin(Self.told.replacing(["skills": "english"]))
        #expect(
            english.text("whisper") == """
                Call for the help line. Ms Bergmann. Segment gold. support, known faults. fault 2 0 1. pages 3.
                """)
        let chinese = try await call.begin(Self.told.replacing(["skills": "chinese", "wishes": "chinese"]))
        #expect(chinese.text("expert") == "cleo")
        #expect(chinese.text("whisper") == "帮助专线来电。Ms Bergmann。客户等级gold。support, known faults。fault 2 0 1。pages 3。")
    }

    @Test("a secret is nowhere in the store")
    func stored() async throws {
        let centre = try TestCentre()
        let call = centre.call()
        _ = try await call.next(call.begin(Self.told), "busy")
        let folder = centre.url.appendingPathComponent("data")
        var bytes = Data()
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        where file.lastPathComponent.hasPrefix("experts.sqlite") && !file.hasDirectoryPath {
            bytes += try Data(contentsOf: file)
        }
        #expect(bytes.firstRange(of: Data("known faults".utf8)) != nil)
        for secret in ["4711", "4929123412347788"] {
            #expect(bytes.firstRange(of: Data(secret.utf8)) == nil)
        }
    }
}
