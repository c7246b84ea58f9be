/// A name as libxml2 tells it.
struct ParsedName {
    var local: String
    var prefix: String?
    var namespace: String?
}

/// An attribute as libxml2 tells it.
struct ParsedAttribute {
    var name: ParsedName
    var value: String
}
