import CallControl
import FormInterpreter
import Testing

@Suite("foreach")
struct ForeachTests {
    private static func logged(_ content: String) -> [String] {
        TestCall("<form><error><log expr=\"_event\"/></error><block>\(content)</block></form>").logged
    }

    @Test(
        "VoiceXML 2.1 6: executable content is executed once for each element",
        arguments: [
            ("<foreach item=\"x\" array=\"[1, 2, 3]\"><log expr=\"x\"/></foreach>", ["1", "2", "3"]),
            ("<foreach item=\"x\" array=\"[]\"><log expr=\"x\"/></foreach><log>end</log>", ["end"]),
            // Undefined elements are ignored.
            ("<foreach item=\"x\" array=\"[1, , undefined, 4]\"><log expr=\"x\"/></foreach>", ["1", "4"]),
            (
                "<foreach item=\"x\" array=\"[null, 0, '']\"><log expr=\"typeof x\"/></foreach>",
                ["object", "number", "string"]
            ),
            // A shallow copy is gone through.
            (
                """
                <var name="a" expr="[1, 2]"/><foreach item="x" array="a"><script>a.push(x)</script></foreach>
                <log expr="a.join()"/>
                """, ["1,2,1,2"]
            ),
            (
                """
                <foreach item="x" array="[[1, 2], [3]]"><foreach item="y" array="x"><log expr="y"/></foreach>
                <log expr="x.length"/></foreach>
                """, ["1", "2", "2", "3", "1"]
            ),
            (
                """
                <foreach item="x" array="[1, 2, 3]"><if cond="x == 2"><log>two</log><else/><log>other</log></if></foreach>
                """, ["other", "two", "other"]
            ),
        ])
    func executable(_ content: String, _ logged: [String]) {
        #expect(Self.logged(content) == logged)
    }

    @Test(
        "VoiceXML 2.1 6: the variable is the one that is there, else it is declared where the loop stands",
        arguments: [
            ("<var name=\"x\" expr=\"9\"/><foreach item=\"x\" array=\"[1]\"/><log expr=\"x\"/>", ["1"]),
            ("<foreach item=\"x\" array=\"[1, 2]\"/><log expr=\"x\"/>", ["2"]),
            ("<foreach item=\"x\" array=\"[]\"/><log expr=\"typeof x\"/>", ["undefined"]),
            ("<foreach item=\"x\" array=\"[1]\"/><log expr=\"typeof dialog.x\"/>", ["undefined"]),
        ])
    func variable(_ content: String, _ logged: [String]) {
        #expect(Self.logged(content) == logged)
    }

    @Test(
        "VoiceXML 2.1 6: what is no array is error.semantic",
        arguments: ["'text'", "1", "null", "undefined", "({length: 1})", "nobody"])
    func noArray(_ array: String) {
        #expect(Self.logged("<foreach item=\"x\" array=\"\(array)\"><log>in</log></foreach>") == ["error.semantic"])
        let prompt = "<prompt><foreach item=\"x\" array=\"\(array)\">in</foreach></prompt>"
        #expect(Self.logged(prompt) == ["error.semantic"])
    }

    @Test("VoiceXML 2.1 6: array and item must be given", arguments: ["item=\"x\"", "array=\"[]\""])
    func attributes(_ attribute: String) {
        let call = TestCall("<form><block><foreach \(attribute)/></block></form>")
        #expect(call.end?.event == "error.badfetch")
    }

    @Test("VoiceXML 2.1 6: in a prompt the content is said once for each element")
    func prompt() {
        let call = TestCall(
            """
            <form><block><var name="films" expr="[{n: 'Alien', s: 'a.wav'}, {n: 'Brazil', s: 'b.wav'}]"/>
            <prompt>We have <foreach item="film" array="films"><audio expr="film.s"><value expr="film.n"/></audio>
            <break time="300ms"/></foreach> today.</prompt><exit/></block></form>
            """)
        let pause = PromptItem.pause(CallDuration(milliseconds: 300))
        func film(_ file: String, _ name: String) -> PromptItem {
            .audio(src: Library.base + file, alternate: [.text(name, lang: "en-US", ssml: nil)])
        }
        #expect(
            call.plays.first?.items == [
                .text("We have", lang: "en-US", ssml: nil), film("a.wav", "Alien"), pause, film("b.wav", "Brazil"),
                pause, .text("today.", lang: "en-US", ssml: nil),
            ])
    }

    @Test(
        "VoiceXML 2.1 6: between two rounds there is what the author wrote at the ends of the content",
        arguments: [
            ("a <foreach item=\"x\" array=\"[1, 2]\"><value expr=\"x\"/></foreach> b", "a 12 b"),
            ("a <foreach item=\"x\" array=\"[1, 2]\"> <value expr=\"x\"/>.\n</foreach>b", "a 1. 2. b"),
            ("<foreach item=\"x\" array=\"[1, 2]\"><value expr=\"x\"/>, </foreach>", "1, 2,"),
            ("您有<foreach item=\"x\" array=\"[1, 2]\"><value expr=\"x\"/>号；</foreach>请选择。", "您有1号；2号；请选择。"),
            ("a<foreach item=\"x\" array=\"[]\"> <value expr=\"x\"/> </foreach>b", "ab"),
            (
                """
                a <foreach item="x" array="[1, 2]"><foreach item="y" array="[x, x]">
                <value expr="y"/></foreach>!</foreach>b
                """, "a 1 1! 2 2!b"
            ),
        ])
    func spaces(content: String, heard: String) {
        #expect(TestCall("<form><block><prompt>\(content)</prompt></block></form>").heard == [heard])
    }

    @Test("VoiceXML 2.1 6: in a prompt it holds nothing that is executed; a document that has that is error.badfetch")
    func executableInPrompt() {
        let call = TestCall(
            "<form><block><prompt><foreach item=\"x\" array=\"[1]\"><if cond=\"x\">a</if></foreach></prompt></block></form>"
        )
        #expect(call.end?.event == "error.badfetch")
    }

    @Test("VoiceXML 2.1 6: a transition leaves the loop")
    func transition() {
        let call = TestCall(
            """
            <form><block><foreach item="x" array="[1, 2]"><log expr="x"/><goto next="#b"/></foreach></block></form>
            <form id="b"><block><log>b</log></block></form>
            """)
        #expect(call.logged == ["1", "b"])
    }

    @Test("VoiceXML 2.1 6: a loop goes on behind a script that is fetched in it")
    func fetch() {
        let call = TestCall([
            "main.vxml": TestCall.document(
                """
                <form><block><foreach item="x" array="[{n: 1}, {n: 2}]"><script src="s.js"/><log expr="x.n + y"/></foreach>
                </block></form>
                """), "s.js": "var y = 10;",
        ])
        #expect(call.logged == ["11", "12"])
    }

    @Test("55: an array that is long, in a prompt within a prompt, is bounded by the steps of an event")
    func bounded() {
        let call = TestCall(
            """
            <form><var name="a" expr="new Array(1000)"/><script>for (var i = 0; i &lt; 1000; i++) a[i] = i;</script>
            <catch event="error.dialtone.steps"><log expr="_event"/><exit/></catch><block><prompt>
            <foreach item="x" array="a"><foreach item="y" array="a">.</foreach></foreach></prompt></block></form>
            """)
        #expect(call.logged == ["error.dialtone.steps"])
    }
}
