import Diagnostics
import Testing

@Suite("Elements, text and attributes")
struct StructureTests {
    @Test(arguments: [
        Case(page("<from><block/></from>"), "2:1 unknown-element!"),
        Case(page("<form>\n <feild name='a'/>\n <blok/></form>"), "3:2 unknown-element!", "4:2 unknown-element!"),
        Case(block("<cancel/>"), "3:1 unknown-element!"),
    ])
    func unknownElement(_ test: Case) throws { try check(test) }

    @Test(arguments: [
        Case(page("<block/>"), "2:1 misplaced-element!"),
        Case(page("<form><goto next='#a'/></form>"), "2:7 misplaced-element!"),
        Case(page("<form><field name='a'><block/></field></form>"), "2:23 misplaced-element!"),
        Case(block("<field/>"), "3:1 misplaced-element!"),
        Case(block("<elseif cond='1'/>"), "3:1 misplaced-element!"),
        Case(
            block("<if cond='1'><else/><elseif cond='1'/><else/></if>"),
            "3:21 misplaced-element!", "3:39 misplaced-element!"),
        Case(block("<prompt><vxml version='2.1'/></prompt>"), "3:9 misplaced-element!"),
        Case(page("<link next='a'><prompt/></link>"), "2:16 misplaced-element!"),
    ])
    func misplacedElement(_ test: Case) throws { try check(test) }

    @Test(arguments: [
        Case(page("hello"), "2:1 misplaced-text!"),
        Case(page("<form>\n  hello <block/> you</form>"), "3:3 misplaced-text!", "3:18 misplaced-text!"),
        Case(block("<goto next='a'>there</goto>"), "3:16 misplaced-text!"),
        Case(page("<form> <!-- x --> <?y?>\n\t</form>")),
    ])
    func misplacedText(_ test: Case) throws { try check(test) }

    @Test(arguments: [
        Case(page("<form name='a'/>"), "2:7 unknown-attribute!"),
        Case(block("<goto nextt='a' next='b'/>"), "3:7 unknown-attribute!"),
        Case(block("<prompt lang='de'>x</prompt>"), "3:9 unknown-attribute!"),
        Case(block("<reprompt cond='x'/>"), "3:11 unknown-attribute!"),
        Case(page("<form xmlns:d='urn:dialtone' d:x='' xmlns:e='urn:e' e:x=''/>"), "2:30 unknown-attribute!"),
    ])
    func unknownAttribute(_ test: Case) throws { try check(test) }

    @Test(arguments: [
        Case("<vxml xmlns='http://www.w3.org/2001/vxml'/>", "1:1 missing-attribute!"),
        Case(page("<var/>"), "2:1 missing-attribute!"),
        Case(page("<property/>"), "2:1 missing-attribute!", "2:1 missing-attribute!"),
        Case(block("<assign name='a'/>"), "3:1 missing-attribute!"),
        Case(block("<value/>"), "3:1 missing-attribute!"),
        Case(block("<if><elseif/></if>"), "3:1 missing-attribute!", "3:5 missing-attribute!"),
    ])
    func missingAttribute(_ test: Case) throws { try check(test) }

    @Test(arguments: [
        Case(block("<throw event=''/><throw event='a b'/><throw event='a.b'/>"), "3:15 bad-value!", "3:32 bad-value!"),
        Case(page("<link event='a b'/><menu><choice event=''/></menu>"), "2:14 bad-value!", "2:41 bad-value!"),
        Case(block("<return event='a b'/>"), "3:16 bad-value!"),
        Case(page("<catch event='a b'/>")),
        Case(page("<form><object><param name='a' value='b' valuetype='x'/></object></form>"), "2:52 bad-value!"),
    ])
    func badValue(_ test: Case) throws { try check(test) }

    @Test func `hints name what was meant, or what there is`() throws {
        let hint = { (source: String) in try parse(source).diagnostics.first?.hint }
        #expect(try hint(page("<from/>")) == "Did you mean <form>?")
        #expect(try hint(block("<prmopt>x</prmopt>")) == "Did you mean <prompt>?")
        #expect(try hint(block("<cancel/>")) == "Elements that are not VoiceXML need a namespace.")
        #expect(try hint(block("<goto nxet='a' next='b'/>")) == "Did you mean next?")
        #expect(try hint(block("<prompt lang='de'>x</prompt>")) == "Did you mean xml:lang?")
        #expect(try hint(block("<exit status='1'/>")) == "It has expr, namelist.")
        #expect(try hint(page("<choice next='a'/>")) == "It can stand in <menu>.")
        #expect(try hint(page("<var/>")) == "Add name=\"…\".")
    }

    @Test func `every diagnostic has its file and words`() throws {
        let found = try parse(page("x<from/><var/><form id='a' b=''/><form id='a'/>")).diagnostics
        #expect(found.count == 5)
        #expect(found.allSatisfy { $0.file == "main.vxml" && !$0.message.isEmpty })
    }

    @Test func `what is wrong inside a misplaced element is said too`() throws {
        try check(Case(page("<block><goto/></block>"), "2:1 misplaced-element!", "2:8 missing-attribute!"))
    }
}

func check(_ test: Case, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = try parse(test.source).diagnostics
    #expect(found.short == test.expected, "\(found)", sourceLocation: sourceLocation)
}
