import Testing

@Suite("36 Attributes that exclude each other")
struct ConflictTests {
    @Test(
        "36 exactly one of next, expr, nextitem, expritem, event, eventexpr",
        arguments: [
            Case(block("<goto/>"), "3:1 missing-attribute!"),
            Case(block("<goto next='a' expr='b'/>"), "3:16 conflicting-attributes!"),
            Case(block("<goto next='a' expr='b' nextitem='c'/>"), "3:16 conflicting-attributes!"),
            Case(block("<goto nextitem='c' expritem='d'/>"), "3:17 missing-form-item", "3:20 conflicting-attributes!"),
            Case(block("<submit/>"), "3:1 missing-attribute!"),
            Case(block("<submit next='a' expr='b'/>"), "3:18 conflicting-attributes!"),
            Case(block("<throw/>"), "3:1 missing-attribute!"),
            Case(block("<throw event='a' eventexpr='b'/>"), "3:18 conflicting-attributes!"),
            Case(block("<throw event='a' message='b' messageexpr='c'/>"), "3:30 conflicting-attributes!"),
            Case(block("<return event='a' namelist='b'/>"), "3:19 conflicting-attributes!"),
            Case(block("<return event='a' eventexpr='b'/>"), "3:19 conflicting-attributes!"),
            Case(block("<exit expr='a' namelist='b'/>"), "3:16 conflicting-attributes!"),
            Case(page("<link/>"), "2:1 missing-attribute!"),
            Case(page("<link next='a' event='b'/>"), "2:16 conflicting-attributes!"),
            Case(page("<menu><choice/></menu>"), "2:7 missing-attribute!"),
            Case(page("<menu><choice expr='a' eventexpr='b'/></menu>"), "2:24 conflicting-attributes!"),
            Case(block("<return/><exit/><disconnect/>")),
        ])
    func transitions(_ test: Case) throws { try check(test) }

    @Test(
        "36 exactly one of src, srcexpr, dest, destexpr, value, expr or content",
        arguments: [
            Case(block("<script/>"), "3:1 missing-attribute!"),
            Case(block("<script> </script>"), "3:1 missing-attribute!"),
            Case(block("<script src='a'> </script>")),
            Case(block("<script src='a' srcexpr='b'/>"), "3:17 conflicting-attributes!"),
            Case(block("<script src='a'>b</script>"), "3:9 conflicting-attributes!"),
            Case(page("<form><grammar/></form>"), "2:7 missing-attribute!"),
            Case(page("<form><grammar src='a'><rule/></grammar></form>"), "2:16 conflicting-attributes!"),
            Case(page("<form><grammar src='a' srcexpr='b'/></form>"), "2:24 conflicting-attributes!"),
            Case(page("<form><subdialog/></form>"), "2:7 missing-attribute!"),
            Case(page("<form><subdialog src='a' srcexpr='b'/></form>"), "2:26 conflicting-attributes!"),
            Case(page("<form><transfer/></form>"), "2:7 missing-attribute!"),
            Case(page("<form><transfer dest='a' destexpr='b'/></form>"), "2:26 conflicting-attributes!"),
            Case(page("<form><transfer dest='a' bridge='true' type='bridge'/></form>"), "2:40 conflicting-attributes!"),
            Case(page("<form><transfer dest='a' aai='b' aaiexpr='c'/></form>"), "2:34 conflicting-attributes!"),
            Case(page("<form><object><param name='a'/></object></form>"), "2:15 missing-attribute!"),
            Case(
                page("<form><object><param name='a' value='b' expr='c'/></object></form>"),
                "2:41 conflicting-attributes!"),
            Case(page("<meta content='a'/>"), "2:1 missing-attribute!"),
            Case(page("<data name='a'/>"), "2:1 missing-attribute!"),
            Case(block("<prompt><mark/></prompt>"), "3:9 missing-attribute!"),
        ])
    func sources(_ test: Case) throws { try check(test) }

    @Test(
        "30 audio has src or expr, not both and not neither",
        arguments: [
            Case(block("<audio src='a'/><audio expr='b'>x</audio>")),
            Case(block("<audio>x</audio>"), "3:1 missing-attribute!"),
            Case(block("<audio src='a' expr='b'/>"), "3:16 conflicting-attributes!"),
        ])
    func audio(_ test: Case) throws { try check(test) }
}
