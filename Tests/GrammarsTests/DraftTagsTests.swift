import Testing

@testable import Grammars

@Suite("Tags of the drafts of SISR") struct DraftTagsTests {
    @Test(
        "become what SISR 1.0 has in their place",
        arguments: [
            ("$ = 'alpha'", "out = 'alpha'"),
            ("$.city=$City; $.n = $$.n", "out.city=rules.City; out.n = rules.latest().n"),
            ("$={a: $x_1}", "out={a: rules.x_1}"), ("$ += \"$5 \\\" $\" + $d", "out += \"$5 \\\" $\" + rules.d"),
            ("a$ = 1; b$c = $", "a$ = 1; b$c = out"), ("$", "out"), ("", ""),
        ])
    func draft(tag: String, standard: String) {
        #expect(DraftTags.standard(tag) == standard)
    }

    @Test("others are left as they are", arguments: ["out.a = 1", "out = rules.d.replace(/a$/, '')", "'$'"])
    func others(tag: String) {
        #expect(DraftTags.standard(tag) == tag)
    }
}
