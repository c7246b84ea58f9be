import CallControl
import DialogMachines
import Expressions
import Testing

@Suite("Form items")
struct FormItemTests {
    @Test("Items stand in document order with name, expr and cond")
    func common() throws {
        let machine = try compile(
            "<form id='f' scope='document'><block name='b' expr='true' cond='c'>x</block><field name='g'/></form>"
                + "<form><initial name='h'/></form>"
        ).machine
        #expect(machine.items.map(\.name) == ["b", "g", "h"])
        #expect(machine.items[0].expr?.source == "true")
        #expect(machine.items[0].cond?.source == "c")
        #expect(machine.dialogs.map(\.items) == [0..<2, 2..<3])
        #expect(machine.dialog(named: "f") == 0)
        #expect(machine.dialogs.map(\.scope) == [.document, .dialog])
    }

    @Test("A field's slot is its name unless it says another; modal is what it says")
    func fields() throws {
        let machine = try compile(
            form: "<field name='a'/><field name='b' slot='x.y' modal='true'/><field/>"
        ).machine
        let fields = machine.items.compactMap { if case .field(let field) = $0.kind { field } else { nil } }
        #expect(fields.map(\.slot) == ["a", "x.y", nil])
        #expect(fields.map(\.isModal) == [false, true, false])
    }

    @Test(
        "52 A transfer is blind unless type or bridge says otherwise",
        arguments: [
            ("", Transfer.Kind.blind), ("bridge='false'", .blind), ("bridge='true'", .bridge), ("type='blind'", .blind),
            ("type='bridge'", .bridge), ("type='consultation'", .consultation),
        ])
    func transferKinds(_ attribute: String, _ kind: Transfer.Kind) throws {
        let compiled = try compile(form: "<transfer dest='tel:1' \(attribute)/>")
        #expect(compiled.findings.isEmpty)
        guard case .transfer(let transfer) = compiled.machine.items[0].kind else { return }
        #expect(transfer.kind == kind)
    }

    @Test("A transfer has its times, audio and data for the other side")
    func transfer() throws {
        let compiled = try compile(
            form: "<transfer name='t' destexpr='d' bridge='true' connecttimeout='20s' maxtime='60s' "
                + "transferaudio='m.wav' aaiexpr='a'/>")
        #expect(compiled.findings.isEmpty)
        #expect(
            compiled.listing.suffix(6) == [
                "transfer t", "bridge to {d}", "connecttimeout 20s", "maxtime 60s", "transferaudio m.wav", "aai {a}",
            ])
    }

    @Test("A subdialog has its target, what it sends, and its parameters")
    func subdialog() throws {
        let compiled = try compile(
            form: "<subdialog name='s' src='x.vxml#y' namelist='a b' method='post' fetchtimeout='1s'>"
                + "<param name='p' expr='1'/><param name='q' value='v'/></subdialog>")
        #expect(compiled.findings.isEmpty)
        #expect(
            compiled.listing.suffix(4) == [
                "subdialog s", "calls x.vxml#y, fetchtimeout 1s by post, sending a, b", "param p = {1}", "param q = v",
            ])
    }

    @Test("<record> records modally until any key, unless it says otherwise")
    func record() throws {
        let compiled = try compile(
            form:
                "<record name='r'/><record name='s' modal='false' dtmfterm='false' beep='true' maxtime='10s' type='audio/wav'/>"
        )
        #expect(compiled.findings.isEmpty)
        let records = compiled.machine.items.compactMap {
            if case .record(let record) = $0.kind { record } else { nil }
        }
        try #require(records.count == 2)
        let (plain, other) = (records[0], records[1])
        #expect([plain.isModal, plain.dtmfterm, plain.beep] == [true, true, false])
        #expect([other.isModal, other.dtmfterm, other.beep] == [false, false, true])
        #expect(other.maxtime == .seconds(10))
        #expect(other.type == "audio/wav")
    }

    @Test("The application root and xml:base resolve against the document")
    func uris() throws {
        let machine = try compile("<form/>", attributes: "application='root.vxml#x' xml:base='sub/'").machine
        #expect(machine.base == "file:///flows/sub/")
        #expect(machine.application == "file:///flows/sub/root.vxml")
    }
}
