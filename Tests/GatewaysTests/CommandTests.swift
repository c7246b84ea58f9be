import CallControl
import CallHosting
import Testing

@testable import Gateways

/// Commands as a gateway reads them, field by field in the order of the protocol's tables.
@Suite struct CommandTests {
    private func line(_ command: CallCommand) -> String {
        String(decoding: CommandWriter.lines([.command(call: "c1", command)]), as: UTF8.self)
    }

    @Test(
        arguments: [
            (
                .play(
                    Play(
                        prompt: PromptID(rawValue: 1), bargein: true,
                        items: [
                            .text("Hi \"you\"", lang: "en-US", ssml: nil), .text("b", lang: "zh", ssml: "<p>b</p>"),
                            .audio(src: "file:///a.wav", alternate: []),
                            .audio(src: "file:///b.wav", alternate: [.text("x", lang: "en", ssml: nil)]),
                            .pause(CallDuration(milliseconds: 300)), .mark(name: "m1"),
                        ])),
                #"{"command":"play","call":"c1","prompt":1,"bargein":true,"items":["#
                    + #"{"kind":"text","text":"Hi \"you\"","lang":"en-US"},"#
                    + #"{"kind":"text","text":"b","lang":"zh","ssml":"<p>b</p>"},"#
                    + #"{"kind":"audio","src":"file:///a.wav"},{"kind":"audio","src":"file:///b.wav","alternate":["#
                    + #"{"kind":"text","text":"x","lang":"en"}]},{"kind":"break","ms":300},"#
                    + #"{"kind":"mark","name":"m1"}]}"#
            ),
            (.stopPrompt(PromptID(rawValue: 2)), #"{"command":"stop","call":"c1","prompt":2}"#),
            (.stopRecord(RecordID(rawValue: 2)), #"{"command":"stop","call":"c1","record":2}"#),
            (.stopTransfer(TransferID(rawValue: 2)), #"{"command":"stop","call":"c1","transfer":2}"#),
            (
                .record(
                    Record(
                        record: RecordID(rawValue: 1), beep: true, maxtime: .seconds(60), finalsilence: .seconds(3),
                        timeout: .seconds(5), dtmfterm: false, type: "audio/x-wav")),
                #"{"command":"record","call":"c1","record":1,"beep":true,"maxtime":60000,"finalsilence":3000,"#
                    + #""timeout":5000,"dtmfterm":false,"type":"audio/x-wav"}"#
            ),
            (
                .transfer(
                    Transfer(
                        transfer: TransferID(rawValue: 1), dest: "tel:9", kind: .bridge, connecttimeout: .seconds(20),
                        maxtime: .zero)),
                #"{"command":"transfer","call":"c1","transfer":1,"dest":"tel:9","kind":"bridge","#
                    + #""connecttimeout":20000,"maxtime":0}"#
            ),
            (
                .transfer(
                    Transfer(
                        transfer: TransferID(rawValue: 1), dest: "tel:9", kind: .blind, connecttimeout: .zero,
                        maxtime: .zero, transferaudio: "a.wav", aai: "x", whisper: "w", attach: ["n": 1])),
                #"{"command":"transfer","call":"c1","transfer":1,"dest":"tel:9","kind":"blind","connecttimeout":0,"#
                    + #""maxtime":0,"transferaudio":"a.wav","aai":"x","whisper":"w","attach":{"n":1}}"#
            ),
            (
                .invoke(
                    Invoke(invocation: InvocationID(rawValue: 3), plugin: "o", method: "status", params: ["n": "1"])),
                #"{"command":"invoke","call":"c1","invocation":3,"plugin":"o","method":"status","params":{"n":"1"}}"#
            ),
            (.disconnect(reason: nil, values: nil), #"{"command":"disconnect","call":"c1"}"#),
            (
                .disconnect(reason: "r", values: ["a": 1]),
                #"{"command":"disconnect","call":"c1","reason":"r","values":{"a":1}}"#
            ),
            (.end(End(how: .exit)), #"{"command":"end","call":"c1","how":"exit"}"#),
            (
                .end(End(how: .error, values: ["2": 1, "b": .number(.nan), "1": 2], event: "e", message: "m")),
                #"{"command":"end","call":"c1","how":"error","values":{"1":2,"2":1,"b":null},"event":"e","message":"m"}"#
            ),
            (.log(label: nil, text: "t"), #"{"command":"log","call":"c1","text":"t"}"#),
            (.log(label: "l", text: "t"), #"{"command":"log","call":"c1","label":"l","text":"t"}"#),
        ] as [(CallCommand, String)])
    func areWritten(command: CallCommand, text: String) {
        #expect(line(command) == text + "\n")
    }

    @Test func whatTheHostDoesItselfIsNotWritten() {
        #expect(line(.cancelInvocation(InvocationID(rawValue: 1))).isEmpty)
        #expect(line(.fetch(Fetch(fetch: FetchID(rawValue: 1), kind: .document, uri: "u"))).isEmpty)
    }

    @Test(
        arguments: [
            (
                .wait(call: "c1", CallRest(.key, until: CallInstant(milliseconds: 6800))),
                #"{"command":"wait","call":"c1","for":"key","until":6800}"#
            ),
            (
                .wait(call: "c1", CallRest(.played, until: nil)),
                #"{"command":"wait","call":"c1","for":"played","until":null}"#
            ),
            (.error(line: 3, call: "c1", message: "m"), #"{"command":"error","line":3,"call":"c1","message":"m"}"#),
            (.error(line: nil, call: nil, message: "m"), #"{"command":"error","message":"m"}"#),
        ] as [(CallOutput, String)])
    func waitsAndErrorsAreWritten(output: CallOutput, text: String) {
        #expect(String(decoding: CommandWriter.lines([output]), as: UTF8.self) == text + "\n")
    }
}
