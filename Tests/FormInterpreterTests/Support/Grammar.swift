/// Grammars for tests, as they stand in a field.
enum Grammar {
    /// An inline DTMF grammar with one rule of this content.
    static func rule(_ content: String) -> String {
        """
        <grammar mode="dtmf" version="1.0" root="r" tag-format="semantics/1.0" type="application/srgs+xml">
        <rule id="r" scope="public">\(content)</rule></grammar>
        """
    }

    /// Any one of these key sequences.
    static func keys(_ sequences: String...) -> String {
        rule("<one-of>" + sequences.map { "<item>\($0)</item>" }.joined() + "</one-of>")
    }
}
