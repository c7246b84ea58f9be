import CallControl
import PluginKit
import Testing

@Suite("Reading parameters")
struct ParameterReaderTests {
    private let read = ParameterReader([
        "text": "a", "whole": 3, "half": 0.5, "flag": true, "day": "2026-01-31", "list": [1],
    ])

    @Test("each type is read")
    func types() throws {
        #expect(try read.string("text") == "a")
        #expect(try read.integer("whole") == 3)
        #expect(try read.number("half") == 0.5)
        #expect(try read.boolean("flag"))
        #expect(try read.date("day").iso == "2026-01-31")
        #expect(try read.array("list") == [1])
    }

    @Test("what is not there is nil or a failure, and so is what is of another type")
    func missing() {
        #expect(read.optionalString("none") == nil)
        #expect(read.optionalInteger("half") == nil)
        #expect(throws: PluginFailure("badparameter", "the parameter 'none' is missing")) { try read.string("none") }
        #expect(throws: PluginFailure("badparameter", "the parameter 'text' is missing")) { try read.integer("text") }
    }
}
