import CallControl
import FormInterpreter
import Testing

@Suite("data")
struct DataTests {
    private static let stock = """
        <?xml version="1.0"?><?note read me?><!-- of the day -->
        <stock xmlns:x="urn:x" day="1" x:day="2"><item id="a" xml:id="first">Apples &amp; pears<b>!</b></item><!--c--><item
        id="b"><![CDATA[<raw>]]> tail</item><x:item/>
        </stock>
        """

    private static func call(_ content: String, files: [String: String] = [:], form: String = "") -> TestCall {
        TestCall(
            files.merging([
                "stock.xml": stock,
                "main.vxml": TestCall.document(
                    """
                    <catch event="error"><log expr="_event"/><exit/></catch>
                    <form>\(form)<block><data name="d" src="stock.xml"/><var name="r" expr="d.documentElement"/>\(content)</block></form>
                    """),
            ]) { file, _ in file })
    }

    private static func value(_ expression: String) -> [String] {
        let escaped = expression.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return call("<log expr=\"\(escaped)\"/>").logged
    }

    @Test(
        "VoiceXML 2.1 appendix D: Node",
        arguments: [
            ("d.nodeName", "#document"), ("d.nodeType", "9"), ("d.nodeValue", "null"), ("d.parentNode", "null"),
            ("d.ownerDocument", "null"), ("d.childNodes.length", "3"), ("d.firstChild.nodeType", "7"),
            ("d.firstChild.nodeName + d.firstChild.nodeValue", "noteread me"),
            ("d.childNodes.item(1).nodeType + d.childNodes[1].nodeValue", "8 of the day "), ("d.attributes", "null"),
            ("r.nodeName", "stock"), ("r.nodeType == r.ELEMENT_NODE", "true"), ("r.nodeValue", "null"),
            ("r.parentNode == d", "true"), ("r.ownerDocument == d", "true"), ("r.hasChildNodes()", "true"),
            ("r.hasAttributes()", "true"), ("r.childNodes.length", "5"), ("r.firstChild.nodeName", "item"),
            ("r.lastChild.nodeName", "#text"), ("r.firstChild.nextSibling.nodeName", "#comment"),
            ("r.lastChild.previousSibling.nodeName", "x:item"), ("r.firstChild.previousSibling", "null"),
            ("r.lastChild.nextSibling", "null"), ("r.namespaceURI", "null"), ("r.prefix", "null"),
            ("r.localName", "stock"),
            ("r.childNodes[3].namespaceURI + r.childNodes[3].prefix + r.childNodes[3].localName", "urn:xxitem"),
            ("r.firstChild.firstChild.nodeValue", "Apples & pears"), ("r.firstChild.firstChild.nodeType", "3"),
            ("r.childNodes[2].firstChild.nodeType", "4"), ("r.childNodes[2].firstChild.nodeName", "#cdata-section"),
            ("r.childNodes[2].childNodes.length", "2"), ("r.firstChild.firstChild.hasChildNodes()", "false"),
            ("r.firstChild.firstChild.firstChild", "null"), ("Node.ELEMENT_NODE", "1"), ("d.DOCUMENT_NODE", "9"),
        ])
    func node(_ expression: String, _ value: String) {
        #expect(Self.value("'' + (\(expression))") == [value])
    }

    @Test(
        "VoiceXML 2.1 appendix D: Document, Element and Attr",
        arguments: [
            ("d.documentElement.tagName", "stock"), ("d.doctype", "null"),
            ("d.getElementsByTagName('item').length", "2"),
            ("d.getElementsByTagName('*').length", "5"), ("d.getElementsByTagName('none').length", "0"),
            ("d.getElementsByTagNameNS('urn:x', 'item').length", "1"),
            ("d.getElementsByTagNameNS('*', 'item').length", "3"),
            ("d.getElementsByTagNameNS(null, 'item').length", "2"),
            ("d.getElementById('first').getAttribute('id')", "a"),
            ("d.getElementById('b')", "null"), ("r.getElementsByTagName('stock').length", "0"),
            ("r.getAttribute('day')", "1"), ("r.getAttribute('none') === ''", "true"),
            ("r.getAttributeNS('urn:x', 'day')", "2"), ("r.hasAttribute('day')", "true"),
            ("r.hasAttribute('none')", "false"),
            ("r.hasAttributeNS('urn:x', 'day')", "true"), ("r.getAttributeNode('day').value", "1"),
            ("r.getAttributeNode('none')", "null"), ("r.getAttributeNodeNS('urn:x', 'day').name", "x:day"),
            ("r.getAttributeNode('day').specified", "true"), ("r.getAttributeNode('day').ownerElement == r", "true"),
            ("r.getAttributeNode('day').parentNode", "null"), ("r.getAttributeNode('day').nodeType", "2"),
            ("r.attributes.length", "3"), ("r.getAttribute('xmlns:x')", "urn:x"),
            ("r.attributes.item(0).nodeName", "day"), ("r.attributes[1].nodeValue", "2"),
            ("r.attributes.getNamedItem('day').value", "1"), ("r.attributes.getNamedItemNS('urn:x', 'day').value", "2"),
            ("r.attributes.getNamedItem('none')", "null"), ("r.attributes.item(9)", "null"),
        ])
    func element(_ expression: String, _ value: String) {
        #expect(Self.value("'' + (\(expression))") == [value])
    }

    @Test(
        "VoiceXML 2.1 appendix D: CharacterData, and DOMException",
        arguments: [
            ("r.firstChild.firstChild.data", "Apples & pears"), ("r.firstChild.firstChild.length", "14"),
            ("r.firstChild.firstChild.substringData(7, 100)", "& pears"), ("r.childNodes[1].data", "c"),
            ("r.childNodes[2].firstChild.data", "<raw>"), ("d.firstChild.target", "note"),
            (
                "(function () { try { r.firstChild.firstChild.substringData(99, 1); } catch (e) { return e.code == DOMException.INDEX_SIZE_ERR; } })()",
                "true"
            ),
        ])
    func characterData(_ expression: String, _ value: String) {
        #expect(Self.value("'' + (\(expression))") == [value])
    }

    @Test("VoiceXML 2.1 5: parts of a document are held in variables, and are the same each time")
    func parts() throws {
        var call = Self.call(
            """
            <var name="items" expr="d.getElementsByTagName('item')"/><var name="first" expr="items.item(0)"/>
            <var name="attributes" expr="first.attributes"/><log expr="first == items[0]"/><log expr="first.parentNode == r"/>
            <log expr="attributes.length + attributes[0].value"/><assign name="document.kept" expr="items"/>
            <goto next="#next"/>
            """, form: "")
        #expect(call.logged == ["true", "true", "2a", "error.semantic"])
        call = TestCall([
            "stock.xml": Self.stock,
            "main.vxml": TestCall.document(
                """
                <data name="d" src="stock.xml"/><var name="items" expr="d.getElementsByTagName('item')"/>
                <form><field name="n"><prompt>n</prompt>\(Grammar.keys("1"))<filled>
                <log expr="items.item(1).getAttribute('id') + (items.item(0).ownerDocument == d)"/></filled></field></form>
                """),
        ])
        try call.recode()
        call.press("1")
        #expect(call.logged == ["btrue"])
    }

    @Test(
        "VoiceXML 2.1 5: nothing of a document can be changed",
        arguments: ["r.firstChild.data = 'x'", "r.extra = 1", "r.appendChild(r)"])
    func readOnly(_ script: String) {
        let call = Self.call(
            "<script>var failed = ''; try { 'use strict'; \(script); } catch (e) { failed = e.name; }</script><log expr=\"typeof r.extra + r.childNodes.length\"/>"
        )
        #expect(call.logged == ["undefined5"])
    }

    @Test("VoiceXML 2.1 5: like <var>, it is of the scope where it stands, and replaces a variable of its name")
    func scope() {
        let call = TestCall([
            "a.xml": "<a/>", "b.xml": "<b/>", "c.xml": "<c/>",
            "main.vxml": TestCall.document(
                """
                <data name="d" src="a.xml"/><form><data name="d" srcexpr="'b.' + 'xml'"/><block><var name="d" expr="1"/>
                <data name="d" src="c.xml"/><log expr="document.d.documentElement.tagName"/>
                <log expr="dialog.d.documentElement.tagName + d.documentElement.tagName"/></block></form>
                """),
        ])
        #expect(call.logged == ["a", "bc"])
    }

    @Test("VoiceXML 2.1 5: without a name it is fetched all the same")
    func nameless() {
        let call = Self.call("<data src=\"stock.xml\"/><log>fetched</log><data src=\"none.xml\"/>")
        #expect(call.logged == ["fetched", "error.badfetch"])
    }

    @Test(
        "VoiceXML 2.1 5: what is not there or no XML is error.badfetch where it stands",
        arguments: ["none.xml", "bad.xml"])
    func badfetch(_ uri: String) {
        let call = Self.call("<data name=\"e\" src=\"\(uri)\"/><log>no</log>", files: ["bad.xml": "<a><b></a>"])
        #expect(call.logged == ["error.badfetch"])
    }

    @Test("VoiceXML 2.1 5: exactly one of src and srcexpr; a srcexpr that fails is error.semantic")
    func attributes() {
        #expect(TestCall("<form><block><data name=\"d\"/></block></form>").end?.event == "error.badfetch")
        #expect(
            TestCall("<form><block><data name=\"d\" src=\"a\" srcexpr=\"b\"/></block></form>").end?.event
                == "error.badfetch")
        #expect(Self.call("<data name=\"d\" srcexpr=\"nobody\"/>").logged == ["error.semantic"])
        #expect(Self.call("<data name=\"1d\" src=\"stock.xml\"/>").logged == ["error.semantic"])
    }

    @Test("VoiceXML 2.1 5, 6: a loop over what a document lists")
    func foreach() {
        let call = Self.call(
            """
            <script><![CDATA[
            function texts(list) { var all = []; for (var i = 0; i < list.length; i++) all.push(list.item(i)); return all; }
            ]]></script>
            <prompt><foreach item="i" array="texts(r.getElementsByTagName('item'))"><value expr="i.getAttribute('id')"/>
            </foreach></prompt>
            """)
        #expect(call.heard == ["a b"])
    }
}
