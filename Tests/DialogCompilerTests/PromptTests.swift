import CallControl
import DialogMachines
import Expressions
import Testing

@Suite("Prompts")
struct PromptTests {
    @Test(
        "White space is none at the ends and around what is not speech, and one space elsewhere",
        arguments: [
            ("  Hello \n  world  ", "Hello world"),
            ("Hello <value expr='n'/>.", "Hello {n}."),
            ("Hello\n<value expr='n'/>\n, again", "Hello {n} , again"),
            ("<value expr='a'/> <value expr='b'/>", "{a} {b}"),
            ("<value expr='a'/><value expr='b'/>", "{a}{b}"),
            (" <value expr='a'/> ", "{a}"),
            ("a <emphasis> b </emphasis> c", "a <emphasis>b</emphasis> c"),
            ("a<emphasis> b</emphasis>c", "a<emphasis> b</emphasis>c"),
            ("<p> a </p> <p> b </p>", "<p>a</p> <p>b</p>"),
            ("<paragraph><sentence>a</sentence></paragraph>", "<paragraph><sentence>a</sentence></paragraph>"),
            ("<sub alias='b'>a</sub>", "<sub alias=\"b\">a</sub>"),
            ("<phoneme ph='b'>a</phoneme>", "<phoneme ph=\"b\">a</phoneme>"),
            ("<voice gender='male'>a</voice>", "<voice gender=\"male\">a</voice>"),
            ("<prosody rate='slow'>a</prosody>", "<prosody rate=\"slow\">a</prosody>"),
            (
                " <say-as interpret-as='digits'> <value expr='x'/> </say-as>",
                "<say-as interpret-as=\"digits\">{x}</say-as>"
            ),
            ("a <audio src='b.wav'> or <value expr='c'/> </audio> d", "a [audio b.wav, else “or {c}”] d"),
            ("a <break time='1s'/> b", "a [1s] b"),
            ("a <break/> b", "a [500ms] b"),
            ("a <break strength='none'/> b", "a b"),
            ("a <mark name='m'/> b", "a [mark m] b"),
            ("<audio expr='u'/>", "[audio {u}]"),
            ("你好\n世界", "你好 世界"),
        ])
    func whiteSpace(_ content: String, _ text: String) throws {
        let compiled = try compile(block: "<prompt>\(content)</prompt>")
        #expect(compiled.findings.isEmpty)
        let listed = compiled.code.first?.replacing("“a” “b”", with: "")
        #expect(listed == "0 prompt “\(text)”")
    }

    @Test("Text beside audio has no space at that side")
    func textBesideAudio() throws {
        let prompts = try compile(block: "a <audio src='b.wav'/> c").machine.prompts
        guard case .text("a")? = prompts[0].content.first, case .text("c")? = prompts[0].content.last else {
            Issue.record("\(prompts[0].content)")
            return
        }
    }

    @Test("Text and values without <prompt> are one prompt for each run")
    func implicitPrompts() throws {
        let compiled = try compile(
            form: "<field><prompt>one</prompt>two <value expr='x'/>\n<prompt count='2'>three</prompt> four "
                + "<noinput>five <reprompt/> six</noinput></field>")
        #expect(compiled.findings.isEmpty)
        #expect(compiled.machine.items[0].prompts.count == 4)
        #expect(compiled.listing.filter { $0.contains("prompt “") || $0.contains("prompt (") }.count == 6)
    }

    @Test("28 count, cond, timeout, barge-in and language are the prompt's")
    func attributes() throws {
        let prompt = try #require(
            try compile(
                "<form><field><prompt count='2' cond='c' timeout='4s' bargein='false' bargeintype='hotword' "
                    + "xml:lang='de'>x</prompt><prompt>y</prompt></field></form>", attributes: "xml:lang='fr'"
            ).machine.prompts.first)
        #expect(prompt.count == 2)
        #expect(prompt.cond?.source == "c")
        #expect(prompt.timeout == .seconds(4))
        #expect(prompt.bargein == false)
        #expect(prompt.bargeintype == .hotword)
        #expect(prompt.lang == "de")
    }

    @Test("A prompt without xml:lang has the document's")
    func language() throws {
        let compiled = try compile("<form><block>x</block></form>", attributes: "xml:lang='fr'")
        #expect(compiled.machine.prompts[0].lang == "fr")
        #expect(try compile(block: "x").machine.prompts[0].lang == "en-US")
    }

    @Test("29 The template of <enumerate> ends with a space, because it is said again and again")
    func enumerate() throws {
        let compiled = try compile(
            "<menu>Say <enumerate>For <value expr='_prompt'/>, press <value expr='_dtmf'/>. </enumerate></menu>")
        #expect(compiled.listing.contains("prompt “Say [for each: “For {_prompt}, press {_dtmf}. ”]”"))
        #expect(try compile("<menu><enumerate/></menu>").listing.contains("prompt “[each with its key]”"))
    }

    @Test("Audio of a prompt with xml:base resolves against it")
    func base() throws {
        let compiled = try compile(block: "<prompt xml:base='sounds/'><audio src='a.wav'/></prompt>")
        #expect(compiled.code.first == "0 prompt “[audio file:///flows/sounds/a.wav]”")
    }

    @Test("<foreach> in a prompt has content of its own")
    func foreach() throws {
        let compiled = try compile(block: "<prompt>a <foreach array='b' item='c'>d</foreach></prompt>")
        #expect(compiled.findings.isEmpty)
        #expect(compiled.code.first == "0 prompt “a [for each c of {b}: “d”]”")
    }
}
